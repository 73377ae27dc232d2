import { requireCountry } from "../../kit/countries.ts";
import { GraphError } from "../../kit/errors.ts";
import { toProvenance } from "../../kit/graphql/values.ts";
import { requireRange } from "../../kit/require.ts";
import { type Catalogue, requireAppeal, requireCluster, requireOrganization } from "../catalogue.ts";
import type { Context } from "../loaders.ts";
import type { DumpRecord } from "../records/flow.ts";
import { appealScope, type Boundary, countryScope, type Scope } from "./boundary.ts";
import { type ChangeRecord, changesBetween } from "./changes.ts";
import { chooseDumps, type FlowView, listFlows, toView } from "./flow-list.ts";
import { load } from "./readings.ts";
import { type Asked, askedOf, requireDump } from "./snapshots.ts";

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

/** The flows asked for, with the day of the newest snapshot among those they were taken from. */
export async function flowsAsked(
  loaders: Loaders,
  { year, boundary, asOf, ...asked }: FlowQuestion,
): Promise<{ flows: FlowView[]; asOf: string }> {
  const catalogue = await loaders.catalogue();
  const country = asked.country && requireCountry(asked.country);
  const appeal = asked.appeal === undefined ? undefined : requireAppeal(catalogue, asked.appeal);
  const cluster = asked.cluster === undefined ? undefined : requireCluster(catalogue, asked.cluster).code;
  const donor = asked.donor === undefined ? undefined : requireOrganization(catalogue, asked.donor).id;
  if (boundary && !country && !appeal) {
    throw new GraphError("MISSING_ARGUMENT", "boundary is relative to a country or an appeal: give one of these.");
  }
  const countries = country ? [country] : (appeal?.countries ?? []);
  const dumps = chooseDumps(catalogue.dumps, { countries, year: year ?? appeal?.year, asOf });
  const readings = await Promise.all(
    dumps.map(async (dump) => ({ dump, reading: await load(loaders.flows.load(dump)) })),
  );
  const days = dumps.map(({ date }) => date).sort();
  return { flows: listFlows(readings, { country, appeal, boundary, cluster, donor }), asOf: days.at(-1) ?? "" };
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
  };

  async function sideOf(day: string) {
    const dump = requireDump(catalogue.dumps, asked, day);
    const { data: flows, ...read } = await load(loaders.flows.load(dump));
    return { dump, flows, scope: scopeIn(dump), provenance: toProvenance(read) };
  }
}

function subjectOf(
  catalogue: Catalogue,
  { country, year, appeal: code }: ChangesQuestion,
): { asked: Asked; scopeIn: (dump: DumpRecord) => Scope } {
  if (code !== undefined) {
    const appeal = requireAppeal(catalogue, code);
    return { asked: askedOf(appeal), scopeIn: (dump) => appealScope(appeal, dump) };
  }
  if (country === undefined || year === undefined) {
    throw new GraphError("MISSING_ARGUMENT", "Give a country and a year, or an appeal.");
  }
  const known = requireCountry(country);
  return { asked: { countries: [known], year }, scopeIn: (dump) => countryScope(known, dump) };
}
