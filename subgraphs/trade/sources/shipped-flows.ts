import type { Snapshot } from "../../kit/snapshot/read.ts";
import { routed } from "../../kit/source/routed.ts";
import type { Source } from "../../kit/source/source.ts";
import { tableSource } from "../../kit/source/table-source.ts";
import { type FlowKey, type FlowRecord, toFlow } from "../records.ts";
import type { FlowKind } from "../types/enums.ts";

const tables: Readonly<Record<FlowKind, string>> = { EXPORT: "imf-exports", IMPORT: "imf-imports" };

/** The IMF's bilateral trade as shipped, one table per direction. */
export function createShippedFlows(snapshot: Snapshot): Source<FlowKey, readonly FlowRecord[]> {
  const byReporter = (flow: FlowKind) =>
    tableSource(snapshot, {
      table: tables[flow],
      read: () => snapshot.readGroups(tables[flow], (rows) => rows.map((row) => toFlow(row, flow))),
      groupOf: ({ reporter }: FlowKey) => reporter,
    });
  const sources = { EXPORT: byReporter("EXPORT"), IMPORT: byReporter("IMPORT") };

  return routed("IMF", ({ flow }) => sources[flow]);
}
