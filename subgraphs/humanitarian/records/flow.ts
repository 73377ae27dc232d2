import { flag, list, number, optionalNumber, optionalText, type Row, text } from "../../kit/snapshot/cells.ts";

export type FlowStatus = "PAID" | "COMMITMENT" | "PLEDGE";

/** One end of a flow. */
export interface FlowEnd {
  /** Ids of organisations. */
  readonly organizations: readonly string[];
  /** Alpha-3 codes. */
  readonly countries: readonly string[];
  /** The usage years run from the first to the last without a gap. */
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  readonly appeal: string | null;
  readonly clusters: readonly string[];
}

/** A flow as it stood in one dump. */
export interface FlowRecord {
  readonly dump: string;
  readonly id: string;
  readonly amountUsd: number;
  readonly originalAmount: number | null;
  readonly originalCurrency: string | null;
  readonly status: FlowStatus;
  readonly flowType: string;
  readonly contributionType: string;
  readonly method: string | null;
  readonly newMoney: boolean | null;
  readonly earmarking: readonly string[];
  readonly date: string | null;
  readonly decisionDate: string | null;
  readonly firstReportedDate: string | null;
  readonly createdDate: string | null;
  readonly parent: string | null;
  readonly children: readonly string[];
  readonly reportChannels: readonly string[];
  /** How many rows of the publisher's files carry this flow: files by country repeat a flow that goes to several. */
  readonly publisherRows: number;
  readonly source: FlowEnd;
  readonly destination: FlowEnd;
}

/** All flows of one usage year and of some countries as they stood on one day. */
export interface DumpRecord {
  readonly key: string;
  readonly year: number;
  readonly date: string;
  /** Countries whose every flow of that year is in the dump. */
  readonly countries: readonly string[];
  /** Whether it states plans at the source, parents, children, channels, earmarking and new money. */
  readonly detailed: boolean;
  /** Whether the money that moves inside the countries is in it, beside what comes in. */
  readonly internal: boolean;
  /**
   * Whether a flow that names several years, or another one, counts in the year whose file it is in: a file of the
   * whole year from before it was over, which states no boundary per country.
   */
  readonly countsByFile: boolean;
}

export function toDump(row: Row): DumpRecord {
  return {
    key: text(row, "dump"),
    year: number(row, "year"),
    date: text(row, "date"),
    countries: list(row, "countries"),
    detailed: flag(row, "detailed") ?? false,
    internal: flag(row, "internal") ?? false,
    countsByFile: flag(row, "countsByFile") ?? false,
  };
}

export function toFlow(row: Row): FlowRecord {
  return {
    dump: text(row, "dump"),
    id: text(row, "id"),
    amountUsd: number(row, "amountUsd"),
    originalAmount: optionalNumber(row, "originalAmount"),
    originalCurrency: optionalText(row, "originalCurrency"),
    status: toStatus(text(row, "status")),
    flowType: text(row, "flowType"),
    contributionType: text(row, "contributionType"),
    method: optionalText(row, "method"),
    newMoney: flag(row, "newMoney"),
    earmarking: list(row, "earmarking"),
    date: optionalText(row, "date"),
    decisionDate: optionalText(row, "decisionDate"),
    firstReportedDate: optionalText(row, "firstReportedDate"),
    createdDate: optionalText(row, "createdDate"),
    parent: optionalText(row, "parent"),
    children: list(row, "children"),
    reportChannels: list(row, "reportChannels"),
    publisherRows: number(row, "publisherRows"),
    source: toEnd(row, "source"),
    destination: toEnd(row, "destination"),
  };
}

function toEnd(row: Row, end: "source" | "destination"): FlowEnd {
  return {
    organizations: list(row, `${end}Organizations`),
    countries: list(row, `${end}Countries`),
    firstYear: optionalNumber(row, `${end}FirstYear`),
    lastYear: optionalNumber(row, `${end}LastYear`),
    appeal: optionalText(row, `${end}Appeal`),
    clusters: list(row, `${end}Clusters`),
  };
}

function toStatus(label: string): FlowStatus {
  const status = label.toUpperCase();
  if (status === "PAID" || status === "COMMITMENT" || status === "PLEDGE") return status;
  throw new Error(`An unknown status of a flow: ${label}`);
}
