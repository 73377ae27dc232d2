import { ArgsType, Field } from "../../kit/graphql/decorators.ts";
import { DateScalar } from "../../kit/graphql/scalars.ts";

/** What arguments mean that several fields take. */
export const asOfDescription =
  "Compute it from the flows of the last snapshot on or before this day; without it, the newest reading.";
export const yearDescription = "Year the appeal is counted under; all years when absent.";
export const planYearDescription = "Year of the plan.";

const fromTheBeginning = "First day; from the beginning when absent.";
const toTheNewest = "Last day; up to the newest when absent.";

/** Goods and days of prices. */
@ArgsType()
export class PricesAsked {
  @Field(() => String, { nullable: true, description: "Name of a good, such as `Wheat`; all goods when absent." })
  commodity: string | undefined;

  @Field(() => DateScalar, { nullable: true, description: fromTheBeginning })
  from: string | undefined;

  @Field(() => DateScalar, { nullable: true, description: toTheNewest })
  to: string | undefined;
}

/** Days of exchange rates. */
@ArgsType()
export class DaysAsked {
  @Field(() => DateScalar, { nullable: true, description: fromTheBeginning })
  from: string | undefined;

  @Field(() => DateScalar, { nullable: true, description: toTheNewest })
  to: string | undefined;
}
