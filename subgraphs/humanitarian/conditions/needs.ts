import type { Missing } from "../../kit/graphql/enums.ts";
import { type Provenance, toProvenance } from "../../kit/graphql/values.ts";
import { load } from "../funding/readings.ts";
import type { Context } from "../loaders.ts";
import { type NeedsRecord, wholePlan } from "../records/needs.ts";
import type { ClusterRecord } from "../records/reference.ts";

interface ClusterNeedsView {
  readonly cluster: ClusterRecord | null;
  readonly caseload: string;
  readonly partOf: ClusterRecord | null;
  readonly peopleInNeed: number | null;
  readonly targeted: number | null;
  readonly reached: number | null;
}

export interface NeedsView {
  readonly year: number;
  readonly peopleInNeed: number | null;
  readonly targeted: number | null;
  readonly reached: number | null;
  readonly byCluster: readonly ClusterNeedsView[];
  readonly overlapping: boolean;
  readonly missing: Missing | null;
  readonly provenance: Provenance;
}

/**
 * People in need in an area and year. The number over all clusters is the publisher's own, which counts each person
 * once: one person is in the caseloads of several clusters, so that these have no sum.
 */
export async function needsOf(loaders: Context["loaders"], area: string, year: number): Promise<NeedsView> {
  const [{ clusters }, { data, ...read }] = await Promise.all([
    loaders.catalogue(),
    load(loaders.needs.load({ area, year })),
  ]);
  const whole = data.find(({ caseload }) => caseload === wholePlan);
  const parts = data.filter((record) => record !== whole).toSorted(wholeClustersFirst);
  return {
    year,
    peopleInNeed: whole?.peopleInNeed ?? null,
    targeted: whole?.targeted ?? null,
    reached: whole?.reached ?? null,
    byCluster: parts.map(({ cluster, caseload, partOf, peopleInNeed, targeted, reached }) => ({
      cluster: clusters.get(cluster ?? "") ?? null,
      caseload,
      partOf: clusters.get(partOf ?? "") ?? null,
      peopleInNeed,
      targeted,
      reached,
    })),
    overlapping: parts.length > 0,
    missing: data.length > 0 ? null : "NOT_COVERED",
    provenance: toProvenance(read),
  };
}

function wholeClustersFirst(a: NeedsRecord, b: NeedsRecord): number {
  return Number(a.partOf !== null) - Number(b.partOf !== null) || (a.caseload < b.caseload ? -1 : 1);
}
