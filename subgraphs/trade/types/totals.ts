import { Field, Float, ObjectType } from "../../kit/graphql/decorators.ts";
import { Missing, Nature } from "../../kit/graphql/enums.ts";
import { Provenance } from "../../kit/graphql/values.ts";
import type { PartnerRecord } from "../records.ts";
import { Scope } from "./enums.ts";
import { TradePartner } from "./partner.ts";

@ObjectType({
  description: "A country's trade with the world in one year: the source's own World row, never a sum over partners.",
})
export class TradeTotal {
  @Field(() => Float, {
    nullable: true,
    description: "Value in US dollars at current prices; exports free on board, imports with freight and insurance.",
  })
  valueUsd!: number | null;
  @Field(() => String, { description: "ISO 4217 code of the publisher's currency." })
  currency!: string;
  @Field(() => Nature, {
    description: "REPORTED, or ESTIMATED or IMPUTED where most of the partners' figures of the year are.",
  })
  nature!: Nature;
  @Field(() => Scope, { description: "Whether services are counted." })
  scope!: Scope;
  @Field(() => Missing, { nullable: true, description: "Why there is no value." })
  missing!: Missing | null;
  @Field(() => Provenance, { description: "Where it comes from." })
  provenance!: Provenance;
}

@ObjectType({ description: "Exports less imports of one year." })
export class TradeBalance {
  @Field(() => Float, { nullable: true, description: "Exports to the world in US dollars, free on board." })
  exportsUsd!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: "Imports from the world in US dollars, with freight and insurance.",
  })
  importsUsd!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: "Exports less imports in US dollars, as valued; null when a side is missing.",
  })
  balanceUsd!: number | null;
  @Field(() => Missing, { nullable: true, description: "Why a side is missing." })
  missing!: Missing | null;
  @Field(() => Provenance, { description: "Where it comes from." })
  provenance!: Provenance;
}

@ObjectType({ description: "A partner's part in a country's trade of one year." })
export class PartnerShare {
  @Field(() => TradePartner, { description: "A country or an unspecified area; never a group or the world." })
  partner!: PartnerRecord;
  @Field(() => Float, { description: "Value in US dollars at current prices." })
  valueUsd!: number;
  @Field(() => Float, { description: "Part of the World row, 0 to 1." })
  share!: number;
  @Field(() => Nature, { description: "How the partner's figure came about." })
  nature!: Nature;
}

@ObjectType({
  description: "What one year's trade by partner tells of a country, computed here from the IMF's figures.",
})
export class TradeIndicators {
  @Field(() => Float, {
    nullable: true,
    description:
      "Concentration of exports: sum of the squared parts of the World row over countries, 0 to 1. Unspecified areas are left out.",
  })
  herfindahlExports!: number | null;
  @Field(() => Float, { nullable: true, description: "Concentration of imports, likewise, 0 to 1." })
  herfindahlImports!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: "Part of exports that goes to the other five of KAZ, KGZ, TJK, TKM, UZB and AFG, 0 to 1.",
  })
  intraRegionalExportShare!: number | null;
  @Field(() => Float, { nullable: true, description: "Part of exports whose destination is unspecified, 0 to 1." })
  unspecifiedExportShare!: number | null;
  @Field(() => Float, {
    nullable: true,
    description:
      "Change of exports in current US dollars against the year before, as a part of that year: 0.05 is 5 %.",
  })
  growthExports!: number | null;
  @Field(() => Missing, { nullable: true, description: "Why exports or imports of the year are missing." })
  missing!: Missing | null;
  @Field(() => Provenance, { description: "Where the figures behind it come from." })
  provenance!: Provenance;
}
