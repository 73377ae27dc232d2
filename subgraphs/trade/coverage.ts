import type { Nature } from "../kit/graphql/enums.ts";
import { world } from "./flows.ts";
import type { FlowRecord } from "./records.ts";
import type { ReporterCoverage } from "./types/coverage.ts";

/** What the IMF has of a reporter's own trade; of a reporter outside the six the tables hold its trade with the six alone. */
export function toCoverage(country: string, reports: readonly FlowRecord[]): ReporterCoverage {
  const totals = reports.filter(({ partner }) => partner === world);
  const years = yearsOf(totals.length > 0 ? totals : reports);
  const [firstYear = null] = years;
  const lastYear = years.at(-1) ?? null;
  return {
    country: { code: country },
    source: "IMF",
    frequency: "ANNUAL",
    firstYear,
    lastYear,
    missingYears: gapsIn(years),
    note: noteOf(reports, totals),
  };
}

function noteOf(reports: readonly FlowRecord[], totals: readonly FlowRecord[]): string | null {
  if (reports.length === 0) return "No report in the shipped release.";
  if (totals.length === 0) return "Only its trade with KAZ, KGZ, TJK, TKM, UZB and AFG.";
  const parts = [
    describe("Estimated by the IMF", yearsWith(totals, "ESTIMATED")),
    describe("Made by the IMF from partners' reports", yearsWith(totals, "IMPUTED")),
  ];
  return parts.filter(Boolean).join(" ") || null;
}

function describe(what: string, years: readonly number[]): string {
  return years.length > 0 ? `${what}: ${toRanges(years)}.` : "";
}

function yearsWith(reports: readonly FlowRecord[], nature: Nature): number[] {
  return yearsOf(reports.filter((report) => report.nature === nature));
}

function yearsOf(reports: readonly FlowRecord[]): number[] {
  return [...new Set(reports.map(({ year }) => year))].sort((a, b) => a - b);
}

function gapsIn(years: readonly number[]): number[] {
  const [first = 0] = years;
  const present = new Set(years);
  return Array.from({ length: (years.at(-1) ?? 0) - first }, (_, i) => first + i).filter((year) => !present.has(year));
}

/** 1992, 1993, 1994, 1999 to "1992-1994, 1999". */
function toRanges(years: readonly number[]): string {
  const starts = years.filter((year) => !years.includes(year - 1));
  const ends = years.filter((year) => !years.includes(year + 1));
  return starts.map((start, i) => (start === ends[i] ? `${start}` : `${start}-${ends[i]}`)).join(", ");
}
