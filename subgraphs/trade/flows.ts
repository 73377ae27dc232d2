import { region } from "../kit/countries.ts";
import type { Missing } from "../kit/graphql/enums.ts";
import { type ProvenanceRecord, toProvenance } from "../kit/graphql/values.ts";
import { type Catalogue, partnerOf, requireCommodity } from "./catalogue.ts";
import type { FlowKey, FlowRecord, PartnerRecord } from "./records.ts";
import type { FlowKind } from "./types/enums.ts";
import type { TradeFlow } from "./types/flow.ts";

export const world = "WLD";

/** The years of the shipped release of the IMF's tables. */
export const imfYears = { first: 1960, last: 2020 };

/** The publisher's convention; it grants exceptions for a few countries without naming the cells. */
const valuation = { EXPORT: "FOB", IMPORT: "CIF" } as const;

export function toTradeFlow(flow: FlowRecord, catalogue: Catalogue, provenance: ProvenanceRecord): TradeFlow {
  const partner = partnerOf(catalogue, flow.partner);
  return {
    reporter: partnerOf(catalogue, flow.reporter),
    partner,
    flow: flow.flow,
    period: String(flow.year),
    frequency: "ANNUAL",
    commodity: requireCommodity(catalogue, "TOTAL"),
    valueUsd: flow.valueUsd,
    value: flow.valueUsd,
    currency: "USD",
    valuation: valuation[flow.flow],
    scope: "GOODS",
    nature: flow.nature,
    note: noteOf(flow, partner),
    provenance: toProvenance(provenance),
  };
}

function noteOf({ flow, nature }: FlowRecord, { kind }: PartnerRecord): string | null {
  const isSum = kind === "WORLD" || kind === "GROUP";
  if (nature === "ESTIMATED")
    return isSum ? "A sum mostly of figures that the IMF estimated." : "Estimated by the IMF.";
  if (nature !== "IMPUTED") return null;
  if (isSum) return "A sum mostly of figures that the IMF made from the partners' reports.";
  const made = flow === "EXPORT" ? "the partner's import divided by 1.06" : "the partner's export times 1.06";
  return `Not a report: the IMF's figure is ${made}.`;
}

/** Why a cell is empty: outside the shipped release, or within it and not reported. */
export function whyMissing(reporter: string, partner: string, year: number): Missing {
  const ofRegion = [reporter, partner].some((code) => (region as readonly string[]).includes(code));
  return ofRegion && year >= imfYears.first && year <= imfYears.last ? "NOT_REPORTED" : "NOT_COVERED";
}

/** The keys of a set of reporters in one direction or both. */
export function flowKeys(reporters: Iterable<string>, flow: FlowKind | undefined): FlowKey[] {
  const flows: readonly FlowKind[] = flow ? [flow] : ["EXPORT", "IMPORT"];
  return [...reporters].flatMap((reporter) => flows.map((kind) => ({ reporter, flow: kind })));
}

/** The one report on a partner in a year. */
export function reportOn(
  reports: readonly FlowRecord[] | undefined,
  partner: string,
  year: number,
): FlowRecord | undefined {
  return reports?.find((report) => report.partner === partner && report.year === year);
}

export function isBetween(year: number, from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY): boolean {
  return year >= from && year <= to;
}
