import type { Catalogue } from "../catalogue.ts";
import type { AppealClusterRecord } from "../records/appeal.ts";
import type { FlowParts, FundingRecord, TableParts } from "./funding.ts";
import * as slices from "./slices.ts";

/** What the parts that a table cannot give are made from; null for a reading from the table. */
export function flowParts({ parts }: FundingRecord): FlowParts | null {
  return "reckoning" in parts ? parts : null;
}

/** Appeals of the reading, each with a slice; money outside appeals is one more. */
export function appealSlices(funding: FundingRecord): slices.SliceRecord[] {
  const flows = flowParts(funding);
  const { rows, appeals } = funding.parts;
  const requirements = new Map(rows.map(({ appeal, requirementUsd }) => [appeal, requirementUsd]));
  const sums = flows ? slices.appealSums(flows.reckoning) : publishedSums(funding.parts);
  return slices.toSlices(
    sums,
    funding.totalUsd ?? 0,
    (code) => ({ appeal: appeals.get(code) ?? null }),
    (code) => requirements.get(code) ?? null,
  );
}

function publishedSums({ rows }: TableParts): Map<string, number> {
  const funded = rows.flatMap(({ appeal, fundingUsd }) =>
    fundingUsd === null ? [] : [[appeal ?? slices.notSpecified, fundingUsd] as const],
  );
  return new Map(funded);
}

const outsideAppeals = "OUTSIDE_APPEALS";

/**
 * Clusters of the reading. The published table divides appeals alone: money outside them is a slice of its own,
 * and that of an appeal which the table does not divide is not specified.
 */
export function clusterSlices(
  funding: FundingRecord,
  clusterRows: readonly AppealClusterRecord[],
  catalogue: Catalogue,
): slices.SliceRecord[] {
  const flows = flowParts(funding);
  const requirements = new Map<string, number>();
  for (const { cluster, requirementUsd } of clusterRows) {
    if (requirementUsd !== null) requirements.set(cluster, (requirements.get(cluster) ?? 0) + requirementUsd);
  }
  const sums = flows ? slices.clusterSums(flows.reckoning) : publishedClusterSums(funding.parts, clusterRows);
  return slices
    .toSlices(
      sums,
      funding.totalUsd ?? 0,
      (code) => ({ cluster: catalogue.clusters.get(code) ?? null }),
      (code) => (funding.requirementUsd === null ? null : (requirements.get(code) ?? null)),
    )
    .map((slice) => (slice.id === outsideAppeals ? { ...slice, name: "Outside appeals, not divided" } : slice));
}

function publishedClusterSums({ rows }: TableParts, clusterRows: readonly AppealClusterRecord[]): Map<string, number> {
  const sums = new Map<string, number>();
  const add = (id: string, amountUsd: number) => sums.set(id, (sums.get(id) ?? 0) + amountUsd);
  for (const { cluster, fundingUsd } of clusterRows) if (fundingUsd !== null) add(cluster, fundingUsd);
  for (const { appeal, fundingUsd } of rows) {
    if (fundingUsd === null) continue;
    if (appeal === null) add(outsideAppeals, fundingUsd);
    else if (!clusterRows.some((row) => row.appeal === appeal)) add(slices.notSpecified, fundingUsd);
  }
  return sums;
}
