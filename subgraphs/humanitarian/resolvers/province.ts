import { requireCountry } from "../../kit/countries.ts";
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "../../kit/graphql/decorators.ts";
import { Language, Missing } from "../../kit/graphql/enums.ts";
import { CountryCode } from "../../kit/graphql/scalars.ts";
import { provincesOf, requireArea } from "../areas.ts";
import type { Context } from "../loaders.ts";
import type { AreaRecord } from "../records/reference.ts";
import { Country, Province } from "../types/entities.ts";

@Resolver(() => Province)
export class ProvinceResolver {
  @Query(() => [Province], {
    nullable: true,
    description: "Provinces or regions of a country; null where no place codes are in hand, as for Turkmenistan.",
  })
  async provinces(
    @Arg("country", () => CountryCode, { defaultValue: "AFG", description: "The country." }) country: string,
    @Ctx() { loaders }: Context,
  ): Promise<AreaRecord[] | null> {
    return provincesOf(await loaders.areas(), requireCountry(country));
  }

  @Query(() => Province, { nullable: true, description: "One province, region or district." })
  async province(
    @Arg("pcode", () => ID, { description: "Its place code." }) pcode: string,
    @Ctx() { loaders }: Context,
  ): Promise<AreaRecord> {
    return requireArea(await loaders.areas(), pcode);
  }

  @FieldResolver(() => String, { nullable: true, description: "Name; in English where the language has none." })
  name(
    @Arg("language", () => Language, { defaultValue: Language.EN, description: "Language of the name; `FA` is Dari." })
    language: Language,
    @Root() { nameEn, nameDari }: AreaRecord,
  ): string {
    return language === "FA" ? (nameDari ?? nameEn) : nameEn;
  }

  @FieldResolver(() => Country, { nullable: true, description: "The country it lies in." })
  country(@Root() { countryCode }: AreaRecord): Country {
    return { code: countryCode };
  }

  @FieldResolver(() => Province, { nullable: true, description: "The province that a district lies in." })
  async parent(@Root() { parentPcode }: AreaRecord, @Ctx() { loaders }: Context): Promise<AreaRecord | null> {
    return (await loaders.areas()).byPcode.get(parentPcode ?? "") ?? null;
  }

  @FieldResolver(() => [Province], { nullable: true, description: "Districts of a province; null for a district." })
  async districts(
    @Root() { pcode, level }: AreaRecord,
    @Ctx() { loaders }: Context,
  ): Promise<readonly AreaRecord[] | null> {
    return level === 1 ? ((await loaders.areas()).below.get(pcode) ?? []) : null;
  }

  @FieldResolver(() => Missing, { nullable: true, description: "Why there is no area in square kilometres." })
  missing(@Root() { areaKm2 }: AreaRecord): Missing | null {
    return areaKm2 === null ? "NOT_COVERED" : null;
  }
}
