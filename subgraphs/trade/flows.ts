import { isCountry, isInRegion } from "../kit/countries.ts";
import type { Missing } from "../kit/graphql/enums.ts";
import { type ProvenanceRecord, toProvenance } from "../kit/graphql/values.ts";
import { requireAtMost } from "../kit/require.ts";
import { type Catalogue, partnerOf, requireCommodity } from "./catalogue.ts";
import type { FlowKey, FlowRecord, PartnerRecord, ReportKey } from "./records.ts";
import type { FlowKind, TradeSource } from "./types/enums.ts";
import type { TradeFlow } from "./types/flow.ts";

export const world = "WLD";
/** All goods together. */
export const total = "TOTAL";

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
    commodity: requireCommodity(catalogue, flow.goods?.commodity ?? total),
    valueUsd: flow.valueUsd,
    value: flow.valueUsd,
    currency: "USD",
    valuation: flow.goods?.valuation ?? valuation[flow.flow],
    scope: "GOODS",
    nature: flow.nature,
    netWeightKg: flow.goods?.netWeightKg ?? null,
    note: noteOf(flow, partner),
    provenance: toProvenance(provenance),
  };
}

function noteOf({ flow, nature, goods }: FlowRecord, { kind }: PartnerRecord): string | null {
  if (goods) {
    const edition = `Reported by the ${goods.edition} edition of the Harmonized System.`;
    return goods.isWeightEstimated ? `${edition} The weight is an estimate.` : edition;
  }
  const isSum = kind === "WORLD" || kind === "GROUP";
  if (nature === "ESTIMATED")
    return isSum ? "A sum mostly of figures that the IMF estimated." : "Estimated by the IMF.";
  if (nature !== "IMPUTED") return null;
  if (isSum) return "A sum mostly of figures that the IMF made from the partners' reports.";
  const made = flow === "EXPORT" ? "the partner's import divided by 1.06" : "the partner's export times 1.06";
  return `Not a report: the IMF's figure is ${made}.`;
}

/**
 * Why a cell is empty: outside the shipped release, or within it and not reported. Comtrade was asked and has no
 * report.
 */
export function whyMissing(source: TradeSource, reporter: string, partner: string, year: number): Missing {
  if (source === "COMTRADE") return [reporter, partner].every(isComtradeArea) ? "NOT_REPORTED" : "NOT_COVERED";
  const ofRegion = [reporter, partner].some(isInRegion);
  return ofRegion && year >= imfYears.first && year <= imfYears.last ? "NOT_REPORTED" : "NOT_COVERED";
}

function isComtradeArea(code: string): boolean {
  return isCountry(code) || code === world || code === "EU27";
}

/** How many calls to Comtrade, at one a second, one field may stand for. */
const mostCalls = 12;

/** @throws GraphError TOO_MANY */
export function requireFewCalls(source: TradeSource, keys: readonly ReportKey[]): void {
  if (source === "COMTRADE") requireAtMost(mostCalls, keys, "reporters, directions and years of Comtrade");
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
