import { GraphError } from "../../kit/errors.ts";
import { type Provenance, toProvenance } from "../../kit/graphql/values.ts";
import type { Reading } from "../../kit/source/source.ts";
import type { AppealRecord } from "../records/appeal.ts";
import type { DumpRecord, FlowRecord } from "../records/flow.ts";
import { appealScope, type Boundary, boundaryOf, countryScope, isShared, type Scope } from "./boundary.ts";

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
  /** Code of a cluster at the destination. */
  readonly cluster?: string | undefined;
  /** Id of an organisation at the source. */
  readonly donor?: string | undefined;
}

export interface DumpReading {
  readonly dump: DumpRecord;
  readonly reading: Reading<readonly FlowRecord[]>;
}

/**
 * The newest dump of each year that is no younger than `asOf` and holds every flow of the countries.
 * @throws GraphError NO_SNAPSHOT when there is none
 */
export function chooseDumps(
  dumps: readonly DumpRecord[],
  asked: { countries: readonly string[]; year: number | undefined; asOf: string | undefined },
): DumpRecord[] {
  const { countries, year, asOf } = asked;
  const held = dumps.filter(
    (dump) =>
      (year === undefined || dump.year === year) && countries.every((country) => dump.countries.includes(country)),
  );
  const newest = new Map(
    held.filter(({ date }) => asOf === undefined || date <= asOf).map((dump) => [dump.year, dump]),
  );
  if (newest.size === 0) {
    const days = [...new Set(held.map(({ date }) => date))];
    const of = [countries.join(", "), year].filter(Boolean).join(" in ");
    const there = days.length > 0 ? ` There is one of ${days.join(" and ")}.` : "";
    const message = `No snapshot of the flows${of && ` of ${of}`}${asOf ? ` on or before ${asOf}` : ""}.${there}`;
    throw new GraphError("NO_SNAPSHOT", message, { suggestions: days });
  }
  return [...newest.values()];
}

/** The flows of several dumps that pass the filter, once per id as the newest dump has them, in the order of their ids. */
export function listFlows(readings: readonly DumpReading[], filter: FlowFilter): FlowView[] {
  const views = new Map<string, FlowView>();
  for (const { dump, reading } of readings.toSorted((a, b) => (a.dump.date < b.dump.date ? -1 : 1))) {
    const scope = scopeOf(filter, dump);
    const { data, ...read } = reading;
    const provenance = toProvenance(read);
    for (const flow of data) {
      if (passes(flow, scope, filter)) views.set(flow.id, toView(flow, { dump, scope, provenance }));
    }
  }
  return [...views.values()].sort((a, b) => Number(a.id) - Number(b.id));
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

function passes(flow: FlowRecord, scope: Scope | null, { boundary, cluster, donor }: FlowFilter): boolean {
  const lies = scope && boundaryOf(flow, scope);
  return (
    (scope === null || lies !== null) &&
    (boundary === undefined || lies === boundary) &&
    (cluster === undefined || flow.destination.clusters.includes(cluster)) &&
    (donor === undefined || flow.source.organizations.includes(donor))
  );
}
