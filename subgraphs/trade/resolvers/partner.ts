import { Arg, FieldResolver, Resolver, Root } from "../../kit/graphql/decorators.ts";
import { Language } from "../../kit/graphql/enums.ts";
import type { PartnerRecord } from "../records.ts";
import { Country, TradePartner } from "../types/partner.ts";

@Resolver(() => TradePartner)
export class TradePartnerResolver {
  @FieldResolver(() => String, { description: "Short name, in English, Russian or Uzbek." })
  name(
    @Arg("language", () => Language, {
      defaultValue: Language.EN,
      description: "Language of the name; English where it is not known. A country has more languages at `country`.",
    })
    language: Language,
    @Root() { nameEn, nameRu, nameUz }: PartnerRecord,
  ): string {
    const names: Partial<Record<Language, string | null>> = { RU: nameRu, UZ: nameUz };
    return names[language] ?? nameEn;
  }

  @FieldResolver(() => Country, { nullable: true, description: "The country, when it is one of today." })
  country(@Root() { country }: PartnerRecord): Country | null {
    return country === null ? null : { code: country };
  }
}
