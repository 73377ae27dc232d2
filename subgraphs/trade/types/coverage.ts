import { Field, Int, ObjectType } from "../../kit/graphql/decorators.ts";
import { Frequency, TradeSource } from "./enums.ts";
import { Country } from "./partner.ts";

@ObjectType({ description: "For which years a source has a country's own trade." })
export class ReporterCoverage {
  @Field(() => Country, { nullable: true, description: "The reporter." })
  country!: Country | null;
  @Field(() => TradeSource, { description: "The source." })
  source!: TradeSource;
  @Field(() => Frequency, { description: "Length of its periods." })
  frequency!: Frequency;
  @Field(() => Int, { nullable: true, description: "First year with a report; null when there is none." })
  firstYear!: number | null;
  @Field(() => Int, { nullable: true, description: "Last year with a report; null when there is none." })
  lastYear!: number | null;
  @Field(() => [Int], { description: "Years between them without a report." })
  missingYears!: number[];
  @Field(() => String, { nullable: true, description: "What a reader must know of these reports." })
  note!: string | null;
}
