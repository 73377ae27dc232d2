import { Field, Float, ObjectType } from "../../kit/graphql/decorators.ts";
import { describedEnum } from "../../kit/graphql/described-enum.ts";
import { Value } from "../../kit/graphql/values.ts";
import { SdgIndicator } from "./sdg.ts";

export const SdgStatus = describedEnum("SdgStatus", "How a country does towards 2030 on one SDG indicator.", {
  ACHIEVED: "The newest figure meets the target.",
  ON_TRACK: "At least 95 % of the rate it takes; without a numeric target, better by 1.5 % a year or more.",
  ACCELERATE: "60 to 95 % of the rate it takes; without a numeric target, better by 0.5 to 1.5 % a year.",
  LIMITED: "Below 60 % of the rate it takes; without a numeric target, better by less than 0.5 % a year.",
  DETERIORATING: "Moving away from the target, or no longer meeting it.",
  NO_DATA: "Fewer than two figures since 2015, none since 2018, or no rule that fits; the note says which.",
});
export type SdgStatus = keyof typeof SdgStatus;

export const ProgressMethod = describedEnum("ProgressMethod", "How the observed and the required rate are computed.", {
  CAGR_TO_TARGET: "Compound annual growth since the baseline against the one that reaches the target in 2030.",
  LINEAR_TO_TARGET: "Change a year in units, where a compound rate is not defined (zero, or a change of sign).",
  CAGR_WITHOUT_TARGET: "Compound annual growth alone, for a target without a number.",
});
export type ProgressMethod = keyof typeof ProgressMethod;

@ObjectType({
  description:
    "Progress of a country on one SDG indicator, by the method that Open SDG ships (Statistics Canada, after Eurostat). Status and rates come from one international series; every publisher's newest figure stands beside it, the country's own platform included.",
})
export class SdgProgress {
  @Field(() => SdgIndicator, { nullable: true, description: "The SDG indicator." })
  indicator!: object | null;
  @Field(() => [Value], { description: "The newest figure of each publisher and definition; never merged." })
  observations!: Value[];
  @Field(() => Value, { nullable: true, description: "Figure of 2015, else of the first year after it up to 2018." })
  baseline!: Value | null;
  @Field(() => Value, {
    nullable: true,
    description: "The newest figure of the series that the status is computed from.",
  })
  latest!: Value | null;
  @Field(() => Float, {
    nullable: true,
    description:
      "Observed rate a year since the baseline: a part of the value (0.05 is 5 %), or units for LINEAR_TO_TARGET.",
  })
  annualRate!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: "Rate a year that leads from the baseline to the target in 2030.",
  })
  requiredRate!: number | null;
  @Field(() => Float, { nullable: true, description: "Observed over required rate, positive towards the target." })
  ratio!: number | null;
  @Field(() => Value, { nullable: true, description: "Where the observed rate leads in 2030, within natural limits." })
  projected2030!: Value | null;
  @Field(() => Value, {
    nullable: true,
    description: "The number that the target's text sets for 2030, when it sets one.",
  })
  target!: Value | null;
  @Field(() => SdgStatus, { description: "Where it stands." })
  status!: SdgStatus;
  @Field(() => ProgressMethod, { nullable: true, description: "How the rates were computed." })
  method!: ProgressMethod | null;
  @Field(() => Float, {
    nullable: true,
    description:
      "Largest minus smallest of the observations in the unit of `latest`; without a `latest`, of all where they share a unit. Null when there is just one.",
  })
  spread!: number | null;
  @Field(() => String, { nullable: true, description: "What a reader must know." })
  note!: string | null;
}
