import { lazily } from "../../kit/lazily.ts";
import type { Snapshot } from "../../kit/snapshot/read.ts";
import type { Reading, Source } from "../../kit/source/source.ts";
import { type FlowKey, type FlowRecord, toFlow } from "../records.ts";
import type { FlowKind } from "../types/enums.ts";

type ByReporter = ReadonlyMap<string, readonly FlowRecord[]>;

const tables: Readonly<Record<FlowKind, string>> = { EXPORT: "imf-exports", IMPORT: "imf-imports" };

/** The IMF's bilateral trade as shipped: one table per direction, read when a key first needs it, and kept. */
export function createShippedFlows(snapshot: Snapshot): Source<FlowKey, readonly FlowRecord[]> {
  const load = (flow: FlowKind) =>
    lazily(async () => byReporter((await snapshot.read(tables[flow], (row) => toFlow(row, flow))).rows));
  const flows: Readonly<Record<FlowKind, () => Promise<ByReporter>>> = {
    EXPORT: load("EXPORT"),
    IMPORT: load("IMPORT"),
  };

  return {
    id: "IMF",
    async fetch(keys) {
      const readings = new Map<FlowKey, Reading<readonly FlowRecord[]>>();
      for (const key of keys) {
        const data = (await flows[key.flow]()).get(key.reporter);
        if (!data) continue;
        const { retrievedAt, vintage } = snapshot.info(tables[key.flow]);
        readings.set(key, { data, source: "IMF", freshness: "SNAPSHOT", retrievedAt, vintage });
      }
      return readings;
    },
  };
}

function byReporter(rows: readonly FlowRecord[]): ByReporter {
  const index = new Map<string, FlowRecord[]>();
  for (const row of rows) {
    const reports = index.get(row.reporter) ?? [];
    index.set(row.reporter, reports);
    reports.push(row);
  }
  return index;
}
