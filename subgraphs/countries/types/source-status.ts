import { Field, Int, ObjectType } from "../../kit/graphql/decorators.ts";
import { describedEnum } from "../../kit/graphql/described-enum.ts";
import { DateTimeScalar } from "../../kit/graphql/scalars.ts";
import { Source } from "../../kit/graphql/values.ts";

export const SourceAvailability = describedEnum("SourceAvailability", "Whether a source's own service is asked.", {
  LIVE: "Its service is asked; `lastSuccess` and `lastErrorCode` say how that went.",
  NEEDS_KEY: "Its service asks for a key that this server does not have.",
  BREAKER_OPEN: "Its service failed several times in a row and is left alone for a while.",
  SNAPSHOT_ONLY: "Only the shipped tables answer for it.",
  UNKNOWN: "Another process asks its service, and its status cannot be seen from here.",
});
export type SourceAvailability = keyof typeof SourceAvailability;

@ObjectType({ description: "How a source of the graph is doing." })
export class SourceStatus {
  @Field(() => Source, { description: "The source." })
  source!: Source;
  @Field(() => SourceAvailability, { description: "Whether its service is asked." })
  availability!: SourceAvailability;
  @Field(() => Boolean, { description: "Whether its service answers nothing without a key." })
  needsKey!: boolean;
  @Field(() => Boolean, { description: "Whether this server has a key for it." })
  hasKey!: boolean;
  @Field(() => DateTimeScalar, { nullable: true, description: "When it last answered; null when it was not asked." })
  lastSuccess!: string | null;
  @Field(() => String, { nullable: true, description: "Error code of its last failure." })
  lastErrorCode!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: "When it last failed." })
  lastErrorAt!: string | null;
  @Field(() => Int, {
    nullable: true,
    description:
      "Calls left in the hour or day that its service counts; null where it counts none, or none was made in this one.",
  })
  quotaRemaining!: number | null;
  @Field(() => DateTimeScalar, { nullable: true, description: "When the calls are counted from nought again." })
  quotaResetsAt!: string | null;
}
