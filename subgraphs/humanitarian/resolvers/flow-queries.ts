import { afterDescription, type Connection, firstDescription, paginate } from "../../kit/graphql/connection.ts";
import { Arg, Ctx, ID, Int, Query, Resolver } from "../../kit/graphql/decorators.ts";
import { CountryCode, DateScalar } from "../../kit/graphql/scalars.ts";
import type { FlowView } from "../funding/flow-list.ts";
import { type ChangesAnswer, changesAsked, type FlowsAnswer, flowsAsked } from "../funding/flow-questions.ts";
import type { Context } from "../loaders.ts";
import { Boundary, FundingChanges, FundingFlowConnection } from "../types/flow.ts";

const yearDescription = "Usage year.";
const appealDescription = "Code of an appeal.";

@Resolver()
export class FlowQueryResolver {
  @Query(() => FundingFlowConnection, {
    nullable: true,
    description:
      "Single flows of humanitarian money, each once, in the order of their numbers: a list to look into. Totals are in `funding`, since flows must not simply be added.",
  })
  async fundingFlows(
    @Arg("country", () => CountryCode, {
      nullable: true,
      description: "Flows that touch this country; with an appeal, those that touch both.",
    })
    country: string | undefined,
    @Arg("year", () => Int, { nullable: true, description: yearDescription }) year: number | undefined,
    @Arg("appeal", () => ID, { nullable: true, description: appealDescription }) appeal: string | undefined,
    @Arg("boundary", () => Boundary, {
      nullable: true,
      description: "Where they lie relative to the appeal or, without one, to the country; it needs one of these.",
    })
    boundary: keyof typeof Boundary | undefined,
    @Arg("cluster", () => ID, {
      nullable: true,
      description:
        "Code of a global cluster that they are for, alone or among others; `NOT_SPECIFIED` and `MULTIPLE` for those of none and of several.",
    })
    cluster: string | undefined,
    @Arg("donor", () => ID, {
      nullable: true,
      description:
        "Id of an organisation that gives, alone or among others; `NOT_SPECIFIED` and `MULTIPLE` for those of none and of several.",
    })
    donor: string | undefined,
    @Arg("asOf", () => DateScalar, {
      nullable: true,
      description: "As they stood in the last snapshot on or before this day; in the newest one when absent.",
    })
    asOf: string | undefined,
    @Arg("first", () => Int, { defaultValue: 50, description: firstDescription }) first: number,
    @Arg("after", () => String, { nullable: true, description: afterDescription }) after: string | undefined,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<FlowView> & Omit<FlowsAnswer, "flows">> {
    const { flows, ...taken } = await flowsAsked(loaders, { country, year, appeal, boundary, cluster, donor, asOf });
    return { ...paginate(flows, ({ id }) => id, { first, after }), ...taken };
  }

  @Query(() => FundingChanges, {
    nullable: true,
    description: "What became of the flows of a country and year, or of an appeal, between two snapshots.",
  })
  fundingChanges(
    @Arg("country", () => CountryCode, {
      nullable: true,
      description: "A country; needs a year, or goes with an appeal for it alone.",
    })
    country: string | undefined,
    @Arg("year", () => Int, { nullable: true, description: yearDescription }) year: number | undefined,
    @Arg("appeal", () => ID, { nullable: true, description: appealDescription }) appeal: string | undefined,
    @Arg("from", () => DateScalar, { description: "The earlier side: the last snapshot on or before this day." })
    from: string,
    @Arg("to", () => DateScalar, { description: "The later side: the last snapshot on or before this day." })
    to: string,
    @Ctx() { loaders }: Context,
  ): Promise<ChangesAnswer> {
    return changesAsked(loaders, { country, year, appeal, from, to });
  }
}
