import { Field, Int, ObjectType } from "../../kit/graphql/decorators.ts";
import { describedEnum } from "../../kit/graphql/described-enum.ts";
import { Value } from "../../kit/graphql/values.ts";
import { Country } from "./country.ts";
import { Indicator } from "./indicator.ts";

@ObjectType({ description: "One country of a comparison." })
export class ComparisonRow {
  @Field(() => Country, { nullable: true, description: "The country." })
  country!: Country | null;
  @Field(() => [Value], {
    nullable: "items",
    description: "One figure for each of the comparison's years, in their order; null where there is none.",
  })
  values!: (Value | null)[];
}

@ObjectType({ description: "One indicator side by side for several countries." })
export class Comparison {
  @Field(() => Indicator, { nullable: true, description: "What is compared." })
  indicator!: Indicator | null;
  @Field(() => [Int], { description: "The years for which at least one of the countries has a figure, oldest first." })
  years!: number[];
  @Field(() => [ComparisonRow], { description: "One row for each country, in the order asked." })
  rows!: ComparisonRow[];
}

@ObjectType({ description: "A country's place in a ranking." })
export class RankedValue {
  @Field(() => Int, { description: "1 for the largest figure; equal figures share a rank." })
  rank!: number;
  @Field(() => Country, { nullable: true, description: "The country." })
  country!: Country | null;
  @Field(() => Value, { description: "Its figure." })
  value!: Value;
}

export const Weights = describedEnum("Weights", "How countries count in a regional mean.", {
  NONE: "Each country counts the same.",
  POPULATION: "Each country counts by its population of the year (SP.POP.TOTL).",
});
export type Weights = keyof typeof Weights;

@ObjectType({ description: "The mean of the six countries, for indicators that are rates or shares." })
export class RegionalAggregate {
  @Field(() => Indicator, { nullable: true, description: "What is averaged." })
  indicator!: Indicator | null;
  @Field(() => Weights, { description: "How the countries count." })
  weights!: Weights;
  @Field(() => [Value], {
    description: "One mean for each year, oldest first; missing with the reason where one of the six has no figure.",
  })
  values!: Value[];
}
