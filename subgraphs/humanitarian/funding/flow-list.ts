import { type Provenance, toProvenance } from "../../kit/graphql/values.ts";
import type { Reading } from "../../kit/source/source.ts";
import type { AppealRecord } from "../records/appeal.ts";
import type { DumpRecord, FlowRecord } from "../records/flow.ts";
import { appealScope, type Boundary, boundaryOf, countryScope, isShared, type Scope } from "./boundary.ts";
import { bucketOf, isBucket } from "./slices.ts";

/** A flow with what depends on the question and on the snapshot. */
export interface FlowView extends Omit<FlowRecord, "earmarking" | "children"> {
  readonly boundary: Boundary | null;
  readonly shared: boolean;
  readonly earmarking: readonly string[] | null;
  readonly children: readonly string[] | null;
  readonly reportChannel: string | null;
  readonly provenance: Provenance;
}

export interface FlowFilter {
  readonly country?: string | undefined;
  readonly appeal?: AppealRecord | undefined;
  readonly boundary?: Boundary | undefined;
  /** Code of a cluster, or id of a bucket, at the destination. */
  readonly cluster?: string | undefined;
  /** Id of an organisation or of a bucket, at the source. */
  readonly donor?: string | undefined;
}

export interface DumpReading {
  readonly dump: DumpRecord;
  readonly reading: Reading<readonly FlowRecord[]>;
}

/** The flows of several dumps that pass the filter, once per id as the newest dump has them, in the order of their ids. */
export function listFlows(readings: readonly DumpReading[], filter: FlowFilter): FlowView[] {
  const views = new Map<string, FlowView>();
  for (const { dump, reading } of readings.toSorted((a, b) => (a.dump.date < b.dump.date ? -1 : 1))) {
    const scope = scopeOf(filter, dump);
    const { data, ...read } = reading;
    const provenance = toProvenance(read);
    for (const flow of data) {
      if (passes(flow, { dump, scope, filter })) views.set(flow.id, toView(flow, { dump, scope, provenance }));
    }
  }
  return [...views.values()].sort((a, b) => Number(a.id) - Number(b.id));
}

interface Sieve extends Omit<Lens, "provenance"> {
  readonly filter: FlowFilter;
}

/** Where and how a flow is looked at. */
export interface Lens {
  readonly dump: DumpRecord;
  readonly scope: Scope | null;
  readonly provenance: Provenance;
}

export function toView(flow: FlowRecord, { dump, scope, provenance }: Lens): FlowView {
  return {
    ...flow,
    boundary: scope && boundaryOf(flow, scope),
    shared: isShared(flow, scope ?? { appeal: null, countsByFile: dump.countsByFile }),
    earmarking: flow.earmarking.length > 0 ? flow.earmarking : null,
    children: dump.detailed ? flow.children : null,
    reportChannel: flow.reportChannels.join(", ") || null,
    provenance,
  };
}

function scopeOf({ country, appeal }: FlowFilter, dump: DumpRecord): Scope | null {
  if (appeal) return appealScope(appeal, dump);
  return country ? countryScope(country, dump) : null;
}

function passes(flow: FlowRecord, { dump, scope, filter }: Sieve): boolean {
  const { country, appeal, boundary, cluster, donor } = filter;
  const lies = scope && boundaryOf(flow, scope);
  return (
    (scope === null || lies !== null) &&
    (boundary === undefined || lies === boundary) &&
    (!appeal || !country || boundaryOf(flow, countryScope(country, dump)) !== null) &&
    (cluster === undefined || isOf(flow.destination.clusters, cluster)) &&
    (donor === undefined || isOf(flow.source.organizations, donor))
  );
}

function isOf(keys: readonly string[], key: string): boolean {
  return isBucket(key) ? bucketOf(keys) === key : keys.includes(key);
}
