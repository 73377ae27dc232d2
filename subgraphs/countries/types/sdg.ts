import { Directive, Field, ID, Int, ObjectType } from "../../kit/graphql/decorators.ts";
import { UrlScalar } from "../../kit/graphql/scalars.ts";
import type { GoalRecord, SdgIndicatorRecord, TargetRecord } from "../records.ts";

@Directive('@key(fields: "number")')
@ObjectType({ description: "One of the 17 Sustainable Development Goals." })
export class SdgGoal implements Pick<GoalRecord, "number" | "url"> {
  @Field(() => Int, { description: "Number of the goal, 1 to 17." })
  number!: number;
  @Field(() => UrlScalar, { nullable: true, description: "The United Nations' page on the goal." })
  url!: string;
}

@Directive('@key(fields: "code")')
@ObjectType({ description: "One of the 169 targets of the goals." })
export class SdgTarget implements Omit<TargetRecord, "goal"> {
  @Field(() => ID, { description: "Code of the target, such as `6.4`." })
  code!: string;
  @Field(() => String, { nullable: true, description: "Short title in our words; the full text is at `url`." })
  title!: string;
  @Field(() => UrlScalar, { nullable: true, description: "The United Nations' page with the target's text." })
  url!: string;
}

@Directive('@key(fields: "code")')
@ObjectType({ description: "An indicator of the global SDG framework; several series may measure it." })
export class SdgIndicator implements Pick<SdgIndicatorRecord, "code"> {
  @Field(() => ID, { description: "Code of the indicator, such as `6.4.2`." })
  code!: string;
}
