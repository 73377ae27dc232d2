import { ArgsType, Field, Float } from "../../kit/graphql/decorators.ts";
import { DateScalar } from "../../kit/graphql/scalars.ts";

const toToday = "Last day, UTC; today when absent.";

/** Days of hazards. */
@ArgsType()
export class HazardDays {
  @Field(() => DateScalar, { nullable: true, description: "First day, UTC; 365 days before `to` when absent." })
  from: string | undefined;

  @Field(() => DateScalar, { nullable: true, description: toToday })
  to: string | undefined;
}

/** Days and size of earthquakes. */
@ArgsType()
export class QuakeDays {
  @Field(() => DateScalar, { nullable: true, description: "First day, UTC; 30 days before `to` when absent." })
  from: string | undefined;

  @Field(() => DateScalar, { nullable: true, description: toToday })
  to: string | undefined;

  @Field(() => Float, {
    nullable: true,
    description: "Only those of at least this magnitude, 0 to 10; 4 when absent.",
  })
  minMagnitude: number | undefined;
}
