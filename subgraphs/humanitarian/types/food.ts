import { Field, Float, ObjectType } from "../../kit/graphql/decorators.ts";
import { describedEnum } from "../../kit/graphql/described-enum.ts";
import { Missing } from "../../kit/graphql/enums.ts";
import { DateScalar } from "../../kit/graphql/scalars.ts";
import { Provenance } from "../../kit/graphql/values.ts";
import { Province } from "./entities.ts";

export const AnalysedAreaKind = describedEnum("AnalysedAreaKind", "What the area of an analysis of food security is.", {
  COUNTRY: "The whole country.",
  REGION: "A part of the country, the only one that the analysis looked at.",
  PROVINCE: "A province, without the town that is analysed apart.",
  URBAN: "A town inside a province.",
  CLUSTER: "A group of districts inside a province.",
});

const people = (what: string) => `People ${what}; null where the analysis does not state it.`;

@ObjectType({
  description:
    "How many people of an area are in which phase of acute food insecurity (IPC) in a period. Because of rounding the phases need not come to the people analysed.",
})
export class FoodSecurityAnalysis {
  @Field(() => String, { description: "Month of the analysis as the publisher names it, such as `Oct 2024`." })
  analysis!: string;
  @Field(() => String, { description: "The period as an ISO 8601 interval of days." })
  period!: string;
  @Field(() => Boolean, { description: "Whether the period lay ahead at the time of the analysis." })
  projected!: boolean;
  @Field(() => Float, { nullable: true, description: people("analysed") })
  population!: number | null;
  @Field(() => Float, { nullable: true, description: people("in phase 1, minimal") })
  phase1!: number | null;
  @Field(() => Float, { nullable: true, description: people("in phase 2, stressed") })
  phase2!: number | null;
  @Field(() => Float, { nullable: true, description: people("in phase 3, crisis") })
  phase3!: number | null;
  @Field(() => Float, { nullable: true, description: people("in phase 4, emergency") })
  phase4!: number | null;
  @Field(() => Float, { nullable: true, description: people("in phase 5, catastrophe") })
  phase5!: number | null;
  @Field(() => Float, { nullable: true, description: people("in phase 3 or above") })
  phase3Plus!: number | null;
  @Field(() => String, { nullable: true, description: "Name of the area as the publisher has it." })
  area!: string;
  @Field(() => AnalysedAreaKind, { description: "What the area is." })
  kind!: keyof typeof AnalysedAreaKind;
  @Field(() => Province, {
    nullable: true,
    description: "The province that the area is, or lies in; null for the country and for regions.",
  })
  province!: Province | null;
  @Field(() => Provenance, { description: "Where it comes from." })
  provenance!: Provenance;
}

const midMonth = "Day in the middle of the month.";
const marketName = "Name of the market.";
const provinceOfMarket = {
  nullable: true,
  description:
    "The province that the market is in; null where the publisher names a place that has no known place code.",
};

@ObjectType({ description: "Price of a good, or wage, in one market and month." })
export class FoodPrice {
  @Field(() => DateScalar, { description: midMonth })
  date!: string;
  @Field(() => String, { description: marketName })
  market!: string;
  @Field(() => Province, provinceOfMarket)
  province!: Province | null;
  @Field(() => Province, { nullable: true, description: "The district that the market is in; null likewise." })
  district!: Province | null;
  @Field(() => String, { description: "What is priced, such as `Wheat`." })
  commodity!: string;
  @Field(() => String, { description: "What the price is for: `KG`, `L`, `Unit`, or `Day` of work." })
  unit!: string;
  @Field(() => String, { nullable: true, description: "Kind of price, such as `Retail`." })
  priceType!: string;
  @Field(() => Float, { nullable: true, description: "Price in afghani; in old ones where `flag` says so." })
  afn!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: "Price in US dollars as the publisher converts it; null for old afghani.",
  })
  usd!: number | null;
  @Field(() => String, {
    nullable: true,
    description:
      "`OLD_AFGHANI` for a price in the currency that was replaced at 1,000 to 1 in October 2002; null for all others.",
  })
  flag!: string | null;
  @Field(() => String, {
    nullable: true,
    description: "`actual` where the price was observed, `aggregate` where the publisher made it from several.",
  })
  priceFlag!: string;
  @Field(() => Missing, { nullable: true, description: "Why there is no price in dollars." })
  missing!: Missing | null;
  @Field(() => Provenance, { description: "Where it comes from." })
  provenance!: Provenance;
}

@ObjectType({ description: "What a US dollar cost in one market and month." })
export class ExchangeRate {
  @Field(() => DateScalar, { description: midMonth })
  date!: string;
  @Field(() => String, { description: marketName })
  market!: string;
  @Field(() => Province, provinceOfMarket)
  province!: Province | null;
  @Field(() => Float, { description: "Afghani per US dollar." })
  afnPerUsd!: number;
  @Field(() => Provenance, { description: "Where it comes from." })
  provenance!: Provenance;
}
