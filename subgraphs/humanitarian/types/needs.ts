import { Field, Float, Int, ObjectType } from "../../kit/graphql/decorators.ts";
import { Missing } from "../../kit/graphql/enums.ts";
import { Provenance } from "../../kit/graphql/values.ts";
import { Cluster } from "./entities.ts";

const inNeed = "People in need";
const targeted = "People that the plan is to reach";
const reached = "People reached, or for 2024 expected to be";
const unstated = "null where the publisher does not state it.";

@ObjectType({
  description:
    "People in need of what one cluster gives. The same person is in the lists of several clusters: they must not be added.",
})
export class ClusterNeeds {
  @Field(() => Cluster, {
    nullable: true,
    description: "The cluster; null where no cluster of the list stands for the caseload.",
  })
  cluster!: Cluster | null;
  @Field(() => String, { description: "The publisher's name of the caseload, such as `Protection (overall)`." })
  caseload!: string;
  @Field(() => Cluster, {
    nullable: true,
    description: "The cluster whose caseload holds this one; null for a whole cluster.",
  })
  partOf!: Cluster | null;
  @Field(() => Float, { nullable: true, description: `${inNeed}; ${unstated}` })
  peopleInNeed!: number | null;
  @Field(() => Float, { nullable: true, description: `${targeted}; ${unstated}` })
  targeted!: number | null;
  @Field(() => Float, { nullable: true, description: `${reached}; ${unstated}` })
  reached!: number | null;
}

@ObjectType({ description: "People in need in an area and year, by the humanitarian plan of that year." })
export class Needs {
  @Field(() => Int, { description: "Year of the plan." })
  year!: number;
  @Field(() => Float, {
    nullable: true,
    description: `${inNeed} of anything at all, each counted once; ${unstated}`,
  })
  peopleInNeed!: number | null;
  @Field(() => Float, { nullable: true, description: `${targeted}, each counted once; ${unstated}` })
  targeted!: number | null;
  @Field(() => Float, { nullable: true, description: `${reached}, each counted once; ${unstated}` })
  reached!: number | null;
  @Field(() => [ClusterNeeds], {
    description: "By cluster, whole clusters first, then parts of them; empty where it is not known.",
  })
  byCluster!: readonly ClusterNeeds[];
  @Field(() => Boolean, {
    description: "Whether the lists of the clusters hold the same people, so that their sum means nothing.",
  })
  overlapping!: boolean;
  @Field(() => Missing, { nullable: true, description: "Why there are no figures." })
  missing!: Missing | null;
  @Field(() => Provenance, { description: "Where it comes from." })
  provenance!: Provenance;
}
