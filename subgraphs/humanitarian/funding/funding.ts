import type { Missing } from "../../kit/graphql/enums.ts";
import { type Provenance, toProvenance } from "../../kit/graphql/values.ts";
import type { Reading } from "../../kit/source/source.ts";
import type { Catalogue } from "../catalogue.ts";
import type { AppealClusterRecord, AppealRecord, PublishedRecord } from "../records/appeal.ts";
import type { DumpRecord, FlowRecord } from "../records/flow.ts";
import type { Scope } from "./boundary.ts";
import { type Excluded, type Reckoning, reckon } from "./reckoning.ts";
import { type Requirement, requirementOf, sumOf } from "./requirement.ts";
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
  /** The published rows; those of flows are what their requirements are taken from. */
  readonly rows: readonly PublishedRecord[];
  /** Likewise by cluster; null where the table shipped has them. */
  readonly clusters: readonly AppealClusterRecord[] | null;
  /** The appeals of the day of the reading. */
  readonly appeals: Catalogue["appeals"];
}

export interface FlowParts extends TableParts {
  readonly reckoning: Reckoning;
  readonly dump: DumpRecord;
}

export interface TableOptions extends Partial<Pick<TableParts, "clusters">> {
  readonly year: number;
  /** Why there is no total, where there is no row. */
  readonly missing: Missing;
  readonly wholeAppeal?: boolean;
}

/** The publisher's requirements and funding table; without a row, a reading without a total that says why. */
export function fundingFromTable(
  { data: rows, ...read }: Reading<readonly PublishedRecord[]>,
  { year, missing, clusters = null, wholeAppeal = false }: TableOptions,
  appeals: Catalogue["appeals"],
): FundingRecord {
  const asOf = read.vintage ?? read.retrievedAt.slice(0, 10);
  const totalUsd = sumOf(rows.map(({ fundingUsd }) => fundingUsd));
  const outside = rows.filter(({ appeal }) => appeal === null).map(({ fundingUsd }) => fundingUsd);
  const { requirementUsd, fundedUsd, note } = requirementOf(rows, appeals);
  return {
    basis: "PUBLISHED",
    complete: totalUsd !== null && isOver(year, asOf),
    asOf,
    totalUsd,
    missing: totalUsd === null ? missing : null,
    requirementUsd,
    coverage: ratio(fundedUsd, requirementUsd),
    outsideAppealsUsd: wholeAppeal ? null : sumOf(outside),
    flowCount: null,
    excluded: null,
    note,
    provenance: toProvenance(read),
    parts: { rows, clusters, appeals },
  };
}

export interface FlowReading {
  readonly dump: DumpRecord;
  readonly scope: Scope;
  readonly reading: Reading<readonly FlowRecord[]>;
  /** What the flows are held against. */
  readonly asked: TableParts;
  /** What a reader must know of that. */
  readonly askedNote?: string | null;
  /** The day asked for, where one was. */
  readonly asOf?: string | undefined;
}

/** Computed from the flows of one dump. */
export function fundingFromFlows(flowReading: FlowReading): FundingRecord {
  const { dump, scope, reading, asked, askedNote = null, asOf } = flowReading;
  const { data, ...read } = reading;
  const reckoning = reckon(data, scope);
  const { requirementUsd, appeals, note } = scope.appeal
    ? ofWholeAppeal(scope.appeal)
    : requirementOf(asked.rows, asked.appeals);
  const sums = appealSums(reckoning);
  const fundedUsd = appeals.reduce((total, code) => total + (sums.get(code) ?? 0), 0);
  const over = isOver(dump.year, dump.date);
  const notes = [
    asOf !== undefined && asOf > dump.date ? `As of ${dump.date}, the last snapshot on or before ${asOf}.` : null,
    over ? null : `Taken on ${dump.date}, before the year was over.`,
    reckoning.otherYearsUsd === 0
      ? null
      : `${reckoning.otherYearsUsd} US dollars of the total are for several years or another one: this file of the whole year does not divide them.`,
    note,
    askedNote,
    dump.internal ? null : "The snapshot holds incoming flows alone: what moved inside is not known.",
  ];
  return {
    basis: "FLOWS",
    complete: reckoning.hasIncoming && over,
    asOf: dump.date,
    totalUsd: reckoning.hasIncoming ? reckoning.totalUsd : null,
    missing: reckoning.hasIncoming ? null : "NOT_REPORTED",
    requirementUsd,
    coverage: ratio(reckoning.hasIncoming ? fundedUsd : null, requirementUsd),
    outsideAppealsUsd: scope.appeal || !reckoning.hasIncoming ? null : (sums.get(notSpecified) ?? 0),
    flowCount: reckoning.counted.length,
    excluded: dump.internal ? reckoning.excluded : null,
    note: notes.filter((each) => each !== null).join(" ") || null,
    provenance: toProvenance(read),
    parts: { ...asked, reckoning, dump },
  };
}

/** A year's total is whole only when the year was over on the day of the reading. */
function isOver(year: number, day: string): boolean {
  return day > `${year}-12-31`;
}

function ofWholeAppeal({ code, requirementUsd }: AppealRecord): Omit<Requirement, "fundedUsd"> {
  return { requirementUsd, appeals: [code], note: null };
}
