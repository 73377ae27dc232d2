import { Directive, Field, ID, ObjectType } from "../../kit/graphql/decorators.ts";
import { CountryCode } from "../../kit/graphql/scalars.ts";
import type { PartnerRecord } from "../records.ts";
import { PartnerKind } from "./enums.ts";

@Directive('@key(fields: "code")')
@ObjectType({ description: "A country, as ISO 3166-1 knows it." })
export class Country {
  @Field(() => CountryCode, { description: "ISO 3166-1 alpha-3 code." })
  code!: string;
}

@ObjectType({ description: "Who reports trade or whom it is reported with; a wider list than the countries." })
export class TradePartner implements Pick<PartnerRecord, "code" | "kind"> {
  @Field(() => ID, {
    description:
      "Alpha-3 code of a country, `WLD`, `EU27`, `EA19`, or `IMF:<NAME>` or `COMTRADE:<number>` for an area that only that source has.",
  })
  code!: string;
  @Field(() => PartnerKind, {
    description: "Whether it is a country, a sum of countries, an unspecified area or the world.",
  })
  kind!: PartnerKind;
}
