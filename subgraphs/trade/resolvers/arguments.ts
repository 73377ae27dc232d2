import { ArgsType, Field, Int } from "../../kit/graphql/decorators.ts";
import { TradeSource } from "../types/enums.ts";

export const yearDescription = "Calendar year.";
export const sourceDescription = "Whose figures.";

/** One year as one source has it. */
@ArgsType()
export class YearOfSource {
  @Field(() => Int, { description: yearDescription })
  year!: number;

  @Field(() => TradeSource, { defaultValue: TradeSource.IMF, description: sourceDescription })
  source!: TradeSource;
}
