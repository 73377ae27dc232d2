import { requireCountry } from "../../kit/countries.ts";
import { GraphError } from "../../kit/errors.ts";
import { toProvenance } from "../../kit/graphql/values.ts";
import { requireRange } from "../../kit/require.ts";
import { type Catalogue, requireAppeal, requireCluster, requireOrganization } from "../catalogue.ts";
import type { Context } from "../loaders.ts";
import type { DumpRecord } from "../records/flow.ts";
import { appealScope, type Boundary, countryScope, type Scope } from "./boundary.ts";
import { type ChangeRecord, changesBetween } from "./changes.ts";
import { type FlowView, listFlows, toView } from "./flow-list.ts";
import { load } from "./readings.ts";
import { isBucket } from "./slices.ts";
import { type Asked, askedOf, requireDump, requireDumps } from "./snapshots.ts";

type Loaders = Context["loaders"];

export interface FlowQuestion {
  readonly country: string | undefined;
  readonly year: number | undefined;
  readonly appeal: string | undefined;
  readonly boundary: Boundary | undefined;
  readonly cluster: string | undefined;
  readonly donor: string | undefined;
  readonly asOf: string | undefined;
}

export interface FlowsAnswer {
  readonly flows: readonly FlowView[];
  /** Day of the newest snapshot. */
  readonly asOf: string;
  /** What the flows were taken from, one of each year. */
  readonly snapshots: readonly DumpRecord[];
}

/** The flows asked for, with the snapshots they were taken from. */
export async function flowsAsked(
  loaders: Loaders,
  { year, boundary, asOf, ...asked }: FlowQuestion,
): Promise<FlowsAnswer> {
  const catalogue = await loaders.catalogue();
  const country = asked.country === undefined ? undefined : requireCountry(asked.country);
  const appeal = asked.appeal === undefined ? undefined : requireAppeal(catalogue, asked.appeal);
  const cluster = keyOf(asked.cluster, (code) => requireCluster(catalogue, code).code);
  const donor = keyOf(asked.donor, (id) => requireOrganization(catalogue, id).id);
  if (boundary && !country && !appeal) {
    throw new GraphError("MISSING_ARGUMENT", "boundary is relative to a country or an appeal: give one of these.");
  }
  const countries = country ? [country] : (appeal?.countries ?? []);
  const dumps = requireDumps(catalogue.dumps, { countries, year: year ?? appeal?.year }, asOf);
  const readings = await Promise.all(
    dumps.map(async (dump) => ({ dump, reading: await load(loaders.flows.load(dump)) })),
  );
  const days = dumps.map(({ date }) => date).sort();
  const flows = listFlows(readings, { country, appeal, boundary, cluster, donor });
  return { flows, asOf: days.at(-1) ?? "", snapshots: dumps.toSorted((a, b) => a.year - b.year) };
}

/** A bucket of a list of parts is as good as the key of one. */
function keyOf(asked: string | undefined, require: (asked: string) => string): string | undefined {
  return asked === undefined || isBucket(asked) ? asked : require(asked);
}

export interface ChangesQuestion {
  readonly country: string | undefined;
  readonly year: number | undefined;
  readonly appeal: string | undefined;
  readonly from: string;
  readonly to: string;
}

export interface ChangesAnswer {
  readonly from: string;
  readonly to: string;
  readonly netUsd: number;
  readonly added: readonly FlowView[];
  readonly removed: readonly FlowView[];
  readonly changed: readonly ChangeRecord[];
  readonly note: string | null;
}

export async function changesAsked(loaders: Loaders, question: ChangesQuestion): Promise<ChangesAnswer> {
  requireRange(question.from, question.to);
  const catalogue = await loaders.catalogue();
  const { asked, scopeIn } = subjectOf(catalogue, question);
  const [before, after] = await Promise.all([sideOf(question.from), sideOf(question.to)]);
  const internal = before.dump.internal && after.dump.internal;
  const { netUsd, added, removed, changed } = changesBetween(before, after, internal);
  return {
    from: before.dump.date,
    to: after.dump.date,
    netUsd,
    added: added.map((flow) => toView(flow, after)),
    removed: removed.map((flow) => toView(flow, before)),
    changed,
    note: noteOf(before.dump, after.dump),
  };

  async function sideOf(day: string) {
    const dump = requireDump(catalogue.dumps, asked, day);
    const { data: flows, ...read } = await load(loaders.flows.load(dump));
    return { dump, flows, scope: scopeIn(dump), provenance: toProvenance(read) };
  }
}

function noteOf(before: DumpRecord, after: DumpRecord): string | null {
  if (before.key === after.key) return `Both days fall on the snapshot of ${after.date}: nothing can differ.`;
  const bare = [before, after].filter(({ internal }) => !internal).map(({ date }) => date);
  const hold = `The snapshot of ${bare.join(" and that of ")} holds incoming flows alone`;
  return bare.length > 0 ? `${hold}, so nothing else is compared.` : null;
}

function subjectOf(
  catalogue: Catalogue,
  { country, year, appeal: code }: ChangesQuestion,
): { asked: Asked; scopeIn: (dump: DumpRecord) => Scope } {
  const known = country === undefined ? undefined : requireCountry(country);
  if (code !== undefined) {
    const appeal = requireAppeal(catalogue, code);
    const { countries } = appeal;
    const isSame = (known === undefined || countries.join() === known) && (year ?? appeal.year) === appeal.year;
    if (isSame) return { asked: askedOf(appeal), scopeIn: (dump) => appealScope(appeal, dump) };
    const of = `${appeal.code} is for ${countries.join(", ")} in ${appeal.year}`;
    throw new GraphError("BAD_USER_INPUT", `Changes are told of one appeal as a whole, and ${of}: give it alone.`);
  }
  if (known === undefined || year === undefined) {
    throw new GraphError("MISSING_ARGUMENT", "Give a country and a year, or an appeal.");
  }
  return { asked: { countries: [known], year }, scopeIn: (dump) => countryScope(known, dump) };
}
