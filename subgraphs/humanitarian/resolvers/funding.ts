import { GraphError } from "../../kit/errors.ts";
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "../../kit/graphql/decorators.ts";
import type { FundingRecord } from "../funding/funding.ts";
import { type LocalisationRecord, localisationOf } from "../funding/localisation.ts";
import { appealSlices, clusterSlices, flowParts } from "../funding/parts.ts";
import { clustersOfReading } from "../funding/readings.ts";
import { byDonor, byEarmarking, byFinalRecipientType, byRecipientType, type SliceRecord } from "../funding/slices.ts";
import { type TimelinessRecord, timelinessOf } from "../funding/timeliness.ts";
import type { Context } from "../loaders.ts";
import { Funding, FundingSlice, Localisation, Timeliness } from "../types/funding.ts";

const flowsOnly = "null for the published table, which does not say.";

@Resolver(() => Funding)
export class FundingResolver {
  @FieldResolver(() => [FundingSlice], {
    nullable: true,
    description: "By global cluster, the largest first. Money passed on inside counts for the cluster it ends in.",
  })
  async byCluster(@Root() funding: FundingRecord, @Ctx() { loaders }: Context): Promise<SliceRecord[]> {
    const rows = await clustersOfReading(loaders, funding);
    return clusterSlices(funding, rows, await loaders.catalogue());
  }

  @FieldResolver(() => [FundingSlice], { nullable: true, description: `By giver, the largest first; ${flowsOnly}` })
  async byDonor(
    @Arg("first", () => Int, { defaultValue: 50, description: "How many givers at most, 0 to 1,000." }) first: number,
    @Root() funding: FundingRecord,
    @Ctx() { loaders }: Context,
  ): Promise<SliceRecord[] | null> {
    if (first < 0 || first > 1000) throw new GraphError("INVALID_PAGE", `first is ${first}; ask for 0 to 1000 givers.`);
    const flows = flowParts(funding);
    return flows && byDonor(flows.reckoning, await loaders.catalogue()).slice(0, first);
  }

  @FieldResolver(() => [FundingSlice], {
    nullable: true,
    description: `By kind of the organisation that first receives the money; ${flowsOnly}`,
  })
  async byRecipientType(@Root() funding: FundingRecord, @Ctx() { loaders }: Context): Promise<SliceRecord[] | null> {
    const flows = flowParts(funding);
    return flows && byRecipientType(flows.reckoning, await loaders.catalogue());
  }

  @FieldResolver(() => [FundingSlice], {
    nullable: true,
    description:
      "By kind of the organisation that the money stays with after all that was passed on inside; null for the published table and where the snapshot does not hold what moved inside.",
  })
  async byFinalRecipientType(
    @Root() funding: FundingRecord,
    @Ctx() { loaders }: Context,
  ): Promise<SliceRecord[] | null> {
    const flows = flowParts(funding);
    return flows?.dump.internal ? byFinalRecipientType(flows.reckoning, await loaders.catalogue()) : null;
  }

  @FieldResolver(() => [FundingSlice], {
    nullable: true,
    description: "By appeal, the largest first; money outside appeals is `NOT_SPECIFIED`.",
  })
  byAppeal(@Root() funding: FundingRecord): SliceRecord[] {
    return appealSlices(funding);
  }

  @FieldResolver(() => Localisation, {
    nullable: true,
    description: `Money that reaches national and local NGOs; ${flowsOnly}`,
  })
  async localisation(@Root() funding: FundingRecord, @Ctx() { loaders }: Context): Promise<LocalisationRecord | null> {
    const flows = flowParts(funding);
    return flows?.dump.internal ? localisationOf(flows.reckoning, await loaders.catalogue()) : null;
  }

  @FieldResolver(() => Timeliness, { nullable: true, description: `How late money becomes known; ${flowsOnly}` })
  timeliness(@Root() funding: FundingRecord): TimelinessRecord | null {
    const flows = flowParts(funding);
    return flows && timelinessOf(flows.reckoning.touching);
  }

  @FieldResolver(() => [FundingSlice], {
    nullable: true,
    description:
      "By how far donors bind the money; null for the published table and where the snapshot does not state it.",
  })
  earmarking(@Root() funding: FundingRecord): SliceRecord[] | null {
    const flows = flowParts(funding);
    return flows?.dump.detailed ? byEarmarking(flows.reckoning) : null;
  }
}
