import type { Missing } from "../../kit/graphql/enums.ts";
import { type Provenance, toProvenance } from "../../kit/graphql/values.ts";
import type { Reading } from "../../kit/source/source.ts";
import type { Catalogue } from "../catalogue.ts";
import type { AppealRecord, PublishedRecord } from "../records/appeal.ts";
import type { DumpRecord, FlowRecord } from "../records/flow.ts";
import type { Scope } from "./boundary.ts";
import { type Excluded, type Reckoning, reckon } from "./reckoning.ts";
import { type Requirement, requirementOf } from "./requirement.ts";
import { appealSums, notSpecified, ratio } from "./slices.ts";

/** One reading of the money for a country and year, or for an appeal. */
export interface FundingRecord {
  readonly basis: "PUBLISHED" | "FLOWS";
  readonly complete: boolean;
  readonly asOf: string;
  readonly totalUsd: number | null;
  readonly missing: Missing | null;
  readonly requirementUsd: number | null;
  readonly coverage: number | null;
  readonly outsideAppealsUsd: number | null;
  readonly flowCount: number | null;
  readonly excluded: Excluded | null;
  readonly note: string | null;
  readonly provenance: Provenance;
  /** What the parts of the total are made of. */
  readonly parts: TableParts | FlowParts;
}

export interface TableParts {
  readonly rows: readonly PublishedRecord[];
}

export interface FlowParts {
  readonly reckoning: Reckoning;
  readonly dump: DumpRecord;
  /** The published rows whose requirements the flows are held against. */
  readonly rows: readonly PublishedRecord[];
}

/** The publisher's requirements and funding table; without a row, a reading without a total that says why. */
export function fundingFromTable(
  { data: rows, ...read }: Reading<readonly PublishedRecord[]>,
  { year, missing, wholeAppeal = false }: { year: number; missing: Missing; wholeAppeal?: boolean },
  catalogue: Catalogue,
): FundingRecord {
  const asOf = read.vintage ?? read.retrievedAt.slice(0, 10);
  const totalUsd = sumOf(rows);
  const { requirementUsd, fundedUsd, note } = requirementOf(rows, catalogue);
  const hasOutside = rows.some(({ appeal }) => appeal === null);
  return {
    basis: "PUBLISHED",
    complete: totalUsd !== null && isOver(year, asOf),
    asOf,
    totalUsd,
    missing: totalUsd === null ? missing : null,
    requirementUsd,
    coverage: ratio(fundedUsd, requirementUsd),
    outsideAppealsUsd: hasOutside && !wholeAppeal ? sumOf(rows.filter(({ appeal }) => appeal === null)) : null,
    flowCount: null,
    excluded: null,
    note,
    provenance: toProvenance(read),
    parts: { rows },
  };
}

export interface FlowReading {
  readonly dump: DumpRecord;
  readonly scope: Scope;
  readonly reading: Reading<readonly FlowRecord[]>;
  readonly rows: readonly PublishedRecord[];
  /** The day asked for, where one was. */
  readonly asOf?: string | undefined;
}

/** Computed from the flows of one dump. */
export function fundingFromFlows(
  { dump, scope, reading: { data, ...read }, rows, asOf }: FlowReading,
  catalogue: Catalogue,
): FundingRecord {
  const reckoning = reckon(data, scope);
  const { requirementUsd, appeals, note } = scope.appeal ? ofWholeAppeal(scope.appeal) : requirementOf(rows, catalogue);
  const sums = appealSums(reckoning);
  const complete = isOver(dump.year, dump.date);
  const notes = [
    asOf !== undefined && asOf > dump.date ? `As of ${dump.date}, the last snapshot on or before ${asOf}.` : null,
    complete ? null : `Taken on ${dump.date}, before the year was over.`,
    reckoning.otherYearsUsd === 0
      ? null
      : `${reckoning.otherYearsUsd} US dollars of the total are for several years or another one: this file of the whole year does not divide them.`,
    note,
    dump.internal ? null : "The snapshot holds incoming flows alone: what moved inside is not known.",
  ];
  return {
    basis: "FLOWS",
    complete,
    asOf: dump.date,
    totalUsd: reckoning.hasIncoming ? reckoning.totalUsd : null,
    missing: reckoning.hasIncoming ? null : "NOT_REPORTED",
    requirementUsd,
    coverage: ratio(
      appeals.reduce((total, code) => total + (sums.get(code) ?? 0), 0),
      requirementUsd,
    ),
    outsideAppealsUsd: scope.appeal || !reckoning.hasIncoming ? null : (sums.get(notSpecified) ?? 0),
    flowCount: reckoning.counted.length,
    excluded: dump.internal ? reckoning.excluded : null,
    note: notes.filter((each) => each !== null).join(" ") || null,
    provenance: toProvenance(read),
    parts: { reckoning, dump, rows },
  };
}

/** A year's total is whole only when the year was over on the day of the reading. */
function isOver(year: number, day: string): boolean {
  return day > `${year}-12-31`;
}

/** Of the figures there are; null when there is none. */
function sumOf(rows: readonly PublishedRecord[]): number | null {
  const figures = rows.map(({ fundingUsd }) => fundingUsd).filter((figure) => figure !== null);
  return figures.length > 0 ? figures.reduce((total, figure) => total + figure, 0) : null;
}

function ofWholeAppeal({ code, requirementUsd }: AppealRecord): Omit<Requirement, "fundedUsd"> {
  return { requirementUsd, appeals: [code], note: null };
}
