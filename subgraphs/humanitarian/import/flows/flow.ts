import type { DumpRecord, FlowRecord } from "../../records/flow.ts";

/** An organisation as one publisher's file names it. */
export interface NamedOrganization {
  /** Number in the Financial Tracking Service, where the file states it. */
  readonly ftsId: string | null;
  readonly name: string;
  readonly type: string | null;
  readonly subtype: string | null;
}

/** One end of a flow: who, where, for which years, under which plan and clusters. */
export interface FlowEnd {
  readonly organizations: readonly NamedOrganization[];
  /** Alpha-3 codes. */
  readonly countries: readonly string[];
  readonly years: readonly number[];
  readonly plan: PlanReference | null;
  /** Names of global clusters. */
  readonly clusters: readonly string[];
}

interface PlanReference {
  readonly ftsId: string;
  readonly name: string;
}

/** A flow as a dump states it, the same for every layout: with names where its record has ids, and more of it. */
export interface PublishedFlow extends Omit<FlowRecord, "dump" | "status" | "source" | "destination"> {
  readonly status: string;
  readonly exchangeRate: number | null;
  readonly budgetYear: string | null;
  readonly updatedDate: string | null;
  readonly version: number | null;
  readonly source: FlowEnd;
  readonly destination: FlowEnd;
}

/** All flows of one usage year as they stood on one day. */
export interface FlowDump extends Omit<DumpRecord, "key"> {
  readonly retrievedAt: string;
  readonly flows: readonly PublishedFlow[];
}
