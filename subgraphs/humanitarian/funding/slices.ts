import type { Catalogue } from "../catalogue.ts";
import type { AppealRecord } from "../records/appeal.ts";
import type { FlowEnd, FlowRecord } from "../records/flow.ts";
import type { ClusterRecord, OrganizationRecord } from "../records/reference.ts";
import type { Reckoning } from "./reckoning.ts";

export const notSpecified = "NOT_SPECIFIED";
export const multiple = "MULTIPLE";
const bucketNames: Readonly<Record<string, string>> = {
  [notSpecified]: "Not specified",
  [multiple]: "Several, not divided",
};

/** A part of a total. */
export interface SliceRecord {
  readonly id: string;
  readonly name: string;
  readonly amountUsd: number;
  readonly share: number | null;
  readonly requirementUsd: number | null;
  readonly coverage: number | null;
  readonly organization: OrganizationRecord | null;
  readonly cluster: ClusterRecord | null;
  readonly appeal: AppealRecord | null;
}

/** Money that came in for a cluster, and what was moved into it less what was moved out of it inside the scope. */
export function clusterSums({ counted, internal }: Reckoning): Map<string, number> {
  const sums = new Map<string, number>();
  for (const flow of counted) add(sums, bucketOf(flow.destination.clusters), flow.amountUsd);
  for (const flow of internal) {
    add(sums, bucketOf(flow.destination.clusters), flow.amountUsd);
    add(sums, bucketOf(flow.source.clusters), -flow.amountUsd);
  }
  return sums;
}

export function byDonor({ counted, totalUsd }: Reckoning, catalogue: Catalogue): SliceRecord[] {
  const sums = new Map<string, number>();
  for (const flow of counted) add(sums, bucketOf(flow.source.organizations), flow.amountUsd);
  return toSlices(sums, totalUsd, (id) => ({ organization: catalogue.organizations.get(id) ?? null }));
}

/** By the kind of the first organisation that receives the money in the scope. */
export function byRecipientType({ counted, totalUsd }: Reckoning, catalogue: Catalogue): SliceRecord[] {
  const sums = new Map<string, number>();
  for (const { destination, amountUsd } of counted) add(sums, bucketOf(typesOf(destination, catalogue)), amountUsd);
  return toSlices(sums, totalUsd);
}

/** Likewise by the kind of organisation that it stays with: what was passed on inside counts for who got it last. */
export function byFinalRecipientType({ counted, internal, totalUsd }: Reckoning, catalogue: Catalogue): SliceRecord[] {
  const sums = new Map<string, number>();
  for (const { destination, amountUsd } of counted) add(sums, bucketOf(typesOf(destination, catalogue)), amountUsd);
  for (const { source, destination, amountUsd } of internal) {
    add(sums, bucketOf(typesOf(destination, catalogue)), amountUsd);
    add(sums, bucketOf(typesOf(source, catalogue)), -amountUsd);
  }
  return toSlices(sums, totalUsd);
}

/** Sums by appeal. What moves inside from one appeal to another counts for the one it ends in. */
export function appealSums({ scope, counted, internal }: Reckoning): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { destination, amountUsd } of counted) add(sums, destination.appeal ?? notSpecified, amountUsd);
  for (const { source, destination, amountUsd } of scope.statesSourceAppeals ? internal : []) {
    if (source.appeal === destination.appeal) continue;
    add(sums, destination.appeal ?? notSpecified, amountUsd);
    add(sums, source.appeal ?? notSpecified, -amountUsd);
  }
  return sums;
}

export function byEarmarking({ counted, totalUsd }: Reckoning): SliceRecord[] {
  const sums = new Map<string, number>();
  for (const { earmarking, amountUsd } of counted) add(sums, bucketOf(earmarking), amountUsd);
  return toSlices(sums, totalUsd);
}

type Entities = Partial<Pick<SliceRecord, "organization" | "cluster" | "appeal">>;

/** Slices from sums by id, the largest first. */
export function toSlices(
  sums: ReadonlyMap<string, number>,
  totalUsd: number,
  entitiesOf: (id: string) => Entities = () => ({}),
  requirementOf: (id: string) => number | null = () => null,
): SliceRecord[] {
  const slices = [...sums].map(([id, amountUsd]): SliceRecord => {
    const entities = { organization: null, cluster: null, appeal: null, ...entitiesOf(id) };
    const { organization, cluster, appeal } = entities;
    const name = organization?.name ?? cluster?.name ?? appeal?.name ?? bucketNames[id] ?? id;
    const requirementUsd = requirementOf(id);
    return {
      id,
      name,
      amountUsd,
      share: ratio(amountUsd, totalUsd),
      requirementUsd,
      coverage: ratio(amountUsd, requirementUsd),
      ...entities,
    };
  });
  return slices.sort((a, b) => b.amountUsd - a.amountUsd || (a.id < b.id ? -1 : 1));
}

/** Not capped; null without something to divide by. */
export function ratio(amountUsd: number | null, ofUsd: number | null): number | null {
  return amountUsd === null || ofUsd === null || ofUsd === 0 ? null : amountUsd / ofUsd;
}

export function isBucket(id: string): boolean {
  return id in bucketNames;
}

/** Money for several is nobody's share: it stays one bucket. */
export function bucketOf(keys: readonly string[]): string {
  const [first = notSpecified, ...others] = keys;
  return others.length > 0 ? multiple : first;
}

function typesOf({ organizations }: FlowEnd, catalogue: Catalogue): string[] {
  return [...new Set(organizations.map((id) => catalogue.organizations.get(id)?.type ?? notSpecified))];
}

function add(sums: Map<string, number>, key: string, amountUsd: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amountUsd);
}

/** The organisations of an end of a flow. */
export function organizationsOf(flowEnd: FlowRecord["source"], catalogue: Catalogue): OrganizationRecord[] {
  return flowEnd.organizations.flatMap((id) => catalogue.organizations.get(id) ?? []);
}
