import { Ctx, FieldResolver, Resolver, Root } from "../../kit/graphql/decorators.ts";
import type { FlowView } from "../funding/flow-list.ts";
import { organizationsOf } from "../funding/slices.ts";
import type { Context } from "../loaders.ts";
import type { AppealRecord } from "../records/appeal.ts";
import type { ClusterRecord, OrganizationRecord } from "../records/reference.ts";
import { Appeal, Cluster, Organization } from "../types/entities.ts";
import { FundingFlow } from "../types/flow.ts";

@Resolver(() => FundingFlow)
export class FundingFlowResolver {
  @FieldResolver(() => [Organization], { nullable: true, description: "Who gives." })
  async donors(@Root() flow: FlowView, @Ctx() { loaders }: Context): Promise<OrganizationRecord[]> {
    return organizationsOf(flow.source, await loaders.catalogue());
  }

  @FieldResolver(() => [Organization], { nullable: true, description: "Who receives; empty where it is not reported." })
  async recipients(@Root() flow: FlowView, @Ctx() { loaders }: Context): Promise<OrganizationRecord[]> {
    return organizationsOf(flow.destination, await loaders.catalogue());
  }

  @FieldResolver(() => Appeal, { nullable: true, description: "The appeal it is for; null outside appeals." })
  async appeal(@Root() flow: FlowView, @Ctx() { loaders }: Context): Promise<AppealRecord | null> {
    return (await loaders.catalogue()).appeals.get(flow.destination.appeal ?? "") ?? null;
  }

  @FieldResolver(() => [Cluster], {
    nullable: true,
    description: "The global clusters it is for; empty where they are not reported.",
  })
  async clusters(@Root() flow: FlowView, @Ctx() { loaders }: Context): Promise<ClusterRecord[]> {
    const { clusters } = await loaders.catalogue();
    return flow.destination.clusters.flatMap((code) => clusters.get(code) ?? []);
  }
}
