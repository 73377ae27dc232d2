import { Field, Float, ObjectType } from "../../kit/graphql/decorators.ts";
import { Missing } from "../../kit/graphql/enums.ts";
import { Provenance } from "../../kit/graphql/values.ts";

@ObjectType({
  description:
    "What the publisher's requirements and funding table said at an earlier time. Years long over change: money is reported late, and taken back.",
})
export class EarlierFunding {
  @Field(() => String, {
    description: "Month in which the table stood so, such as `2024-07`; the year where the month is not known.",
  })
  vintage!: string;
  @Field(() => Float, { nullable: true, description: "Paid and committed money, US dollars; null when missing." })
  totalUsd!: number | null;
  @Field(() => Float, {
    nullable: true,
    description:
      "What appeals asked for, US dollars, as revised by then; null without one, and when appeals overlap, since their requirements do not add up.",
  })
  requirementUsd!: number | null;
  @Field(() => Missing, { nullable: true, description: "Why there is no total." })
  missing!: Missing | null;
  @Field(() => Provenance, { description: "Where it comes from." })
  provenance!: Provenance;
}
