import { Field, Float, Int, ObjectType } from "../../kit/graphql/decorators.ts";
import { describedEnum } from "../../kit/graphql/described-enum.ts";
import { Missing } from "../../kit/graphql/enums.ts";
import { DateScalar } from "../../kit/graphql/scalars.ts";
import { Provenance, Source } from "../../kit/graphql/values.ts";

export const DisplacementKind = describedEnum("DisplacementKind", "Whether people or movements are counted.", {
  STOCK: "People at the end of the year.",
  FLOW: "Movements or people during the year.",
});

@ObjectType({ description: "What one publisher says of displaced people, by its own definition." })
export class DisplacementEstimate {
  @Field(() => Float, { description: "Number of people, or of movements for a flow that says so." })
  value!: number;
  @Field(() => DisplacementKind, { description: "Whether people or movements are counted." })
  kind!: keyof typeof DisplacementKind;
  @Field(() => String, { description: "What is counted, and how." })
  definition!: string;
  @Field(() => String, { description: "Who is counted, such as `internally displaced people`." })
  population!: string;
  @Field(() => DateScalar, { nullable: true, description: "Day the figure is for; null for a flow over the year." })
  date!: string | null;
  @Field(() => String, { nullable: true, description: "What a reader must know of this figure." })
  note!: string | null;
  @Field(() => Source, { description: "Who estimates it." })
  source!: Source;
  @Field(() => Provenance, { description: "Where it comes from." })
  provenance!: Provenance;
}

@ObjectType({ description: "Displaced people of and in a country, as each publisher has them." })
export class Displacement {
  @Field(() => Int, { description: "Year." })
  year!: number;
  @Field(() => [DisplacementEstimate], { description: "Side by side; nothing is merged." })
  estimates!: readonly DisplacementEstimate[];
  @Field(() => Float, {
    nullable: true,
    description:
      "Largest less smallest estimate of people displaced inside the country by conflict at the end of the year; null for fewer than two.",
  })
  spread!: number | null;
  @Field(() => String, { nullable: true, description: "What a reader must know of this year." })
  note!: string | null;
  @Field(() => Missing, { nullable: true, description: "Why there is no estimate at all." })
  missing!: Missing | null;
}

@ObjectType({ description: "The INFORM risk index: scores from 0 to 10, the higher the worse." })
export class RiskIndex {
  @Field(() => Int, { description: "Year." })
  year!: number;
  @Field(() => Float, { nullable: true, description: "Risk of humanitarian crises and disasters, 0 to 10." })
  overall!: number | null;
  @Field(() => Float, { nullable: true, description: "Hazard and exposure, 0 to 10." })
  hazard!: number | null;
  @Field(() => Float, { nullable: true, description: "Vulnerability, 0 to 10." })
  vulnerability!: number | null;
  @Field(() => Float, { nullable: true, description: "Lack of coping capacity, 0 to 10." })
  copingCapacity!: number | null;
  @Field(() => String, {
    nullable: true,
    description: "Class of risk, `1` for very low to `5` for very high; null where `missing` says why.",
  })
  riskClass!: string | null;
  @Field(() => Int, {
    nullable: true,
    description: "Rank in the world by the overall risk, 1 for the highest; null where `missing` says why.",
  })
  rank!: number | null;
  @Field(() => Missing, {
    nullable: true,
    description:
      "Why there is no class or rank: shipped tables cover neither, and of the newest year it is why the service that has them gave none.",
  })
  missing!: Missing | null;
  @Field(() => Provenance, { description: "Where it comes from." })
  provenance!: Provenance;
}
