import { lazily } from "../../kit/lazily.ts";
import type { Snapshot } from "../../kit/snapshot/read.ts";
import type { Reading, Source } from "../../kit/source/source.ts";
import { type FlowKey, type FlowRecord, toFlow } from "../records.ts";
import type { FlowKind } from "../types/enums.ts";

const tables: Readonly<Record<FlowKind, string>> = { EXPORT: "imf-exports", IMPORT: "imf-imports" };

/** The IMF's bilateral trade as shipped: one table per direction, read when a key first needs it, and kept. */
export function createShippedFlows(snapshot: Snapshot): Source<FlowKey, readonly FlowRecord[]> {
  const load = (flow: FlowKind) =>
    lazily(() => snapshot.readGroups(tables[flow], (rows) => rows.map((row) => toFlow(row, flow))));
  const byReporter = { EXPORT: load("EXPORT"), IMPORT: load("IMPORT") };

  return {
    id: "IMF",
    async fetch(keys) {
      const readings = new Map<FlowKey, Reading<readonly FlowRecord[]>>();
      for (const key of keys) {
        const data = (await byReporter[key.flow]()).get(key.reporter);
        if (!data) continue;
        const { retrievedAt, vintage } = snapshot.info(tables[key.flow]);
        readings.set(key, { data, source: "IMF", freshness: "SNAPSHOT", retrievedAt, vintage });
      }
      return readings;
    },
  };
}
