import { requireCountry } from "../../kit/countries.ts";
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "../../kit/graphql/decorators.ts";
import { Language } from "../../kit/graphql/enums.ts";
import { CountryCode } from "../../kit/graphql/scalars.ts";
import { requireAtMost, requireRange } from "../../kit/require.ts";
import { countriesInScope, requireIndicator } from "../catalogue.ts";
import type { Context } from "../loaders.ts";
import type { CountryRecord } from "../records.ts";
import { type SeriesRecord, seriesOf } from "../series.ts";
import { Country, CountryScope } from "../types/country.ts";
import { Series } from "../types/indicator.ts";

const mostIndicators = 100;
const fromDescription = "First calendar year to take; from the beginning when absent.";
const toDescription = "Last calendar year to take; to the newest when absent.";

@Resolver(() => Country)
export class CountryResolver {
  @Query(() => [Country], { nullable: true, description: "Countries by scope, or just those whose codes are given." })
  async countries(
    @Arg("scope", () => CountryScope, {
      defaultValue: CountryScope.REGION,
      description: "Which countries; ignored when `codes` is given.",
    })
    scope: CountryScope,
    @Arg("codes", () => [CountryCode], { nullable: true, description: "Just these, in this order." })
    codes: string[] | undefined,
    @Ctx() { loaders }: Context,
  ): Promise<CountryRecord[]> {
    const catalogue = await loaders.catalogue();
    return codes ? codes.map((code) => catalogue.country(requireCountry(code))) : countriesInScope(catalogue, scope);
  }

  @Query(() => Country, { nullable: true, description: "One country." })
  async country(
    @Arg("code", () => CountryCode, { description: "Alpha-3, alpha-2 or M49 code." }) code: string,
    @Ctx() { loaders }: Context,
  ): Promise<CountryRecord> {
    return (await loaders.catalogue()).country(requireCountry(code));
  }

  @FieldResolver(() => String, { nullable: true, description: "Short name." })
  async name(
    @Arg("language", () => Language, {
      defaultValue: Language.EN,
      description: "Language of the name; English where it is not known.",
    })
    language: Language,
    @Root() { code }: CountryRecord,
    @Ctx() { loaders }: Context,
  ): Promise<string | null> {
    const names = (await loaders.catalogue()).names.get(code);
    return names?.get(language) ?? names?.get("EN") ?? null;
  }

  @FieldResolver(() => [Country], { nullable: true, description: "The countries it shares a land border with." })
  async borders(@Root() { borders }: CountryRecord, @Ctx() { loaders }: Context): Promise<CountryRecord[] | null> {
    const catalogue = await loaders.catalogue();
    return borders?.map(catalogue.country) ?? null;
  }

  @FieldResolver(() => Series, { nullable: true, description: "One indicator over the years." })
  async indicator(
    @Arg("id", () => ID, { description: "Id of the indicator, such as `SP.POP.TOTL`." }) id: string,
    @Arg("from", () => Int, { nullable: true, description: fromDescription }) from: number | undefined,
    @Arg("to", () => Int, { nullable: true, description: toDescription }) to: number | undefined,
    @Root() country: CountryRecord,
    @Ctx() { loaders }: Context,
  ): Promise<SeriesRecord> {
    requireRange(from, to);
    const indicator = requireIndicator(await loaders.catalogue(), id);
    return seriesOf({ indicator, country, from, to }, await loaders.series.load({ indicator, country: country.code }));
  }

  @FieldResolver(() => [Series], {
    nullable: true,
    description: "Several indicators over the years, in the order asked; at most 100.",
  })
  async indicators(
    @Arg("ids", () => [ID], { description: "Ids of the indicators." }) ids: string[],
    @Arg("from", () => Int, { nullable: true, description: fromDescription }) from: number | undefined,
    @Arg("to", () => Int, { nullable: true, description: toDescription }) to: number | undefined,
    @Root() country: CountryRecord,
    @Ctx() context: Context,
  ): Promise<SeriesRecord[]> {
    requireAtMost(mostIndicators, ids, "indicators");
    return Promise.all(ids.map((id) => this.indicator(id, from, to, country, context)));
  }
}
