import { lazily } from "../../kit/lazily.ts";
import type { Snapshot } from "../../kit/snapshot/read.ts";
import type { Reading, Source } from "../../kit/source/source.ts";
import { type DumpRecord, type FlowRecord, toFlow } from "../records/flow.ts";

/** The flows of each dump, from the table shipped. */
export function createShippedFlows(snapshot: Snapshot): Source<DumpRecord, readonly FlowRecord[]> {
  const byDump = lazily(() => snapshot.readGroups("flows", (rows) => rows.map(toFlow)));
  return {
    id: "FTS",
    async fetch(keys) {
      const dumps = await byDump();
      const readings = keys.map((dump): [DumpRecord, Reading<readonly FlowRecord[]>] => {
        const retrievedAt = `${dump.date}T00:00:00.000Z`;
        return [
          dump,
          { data: dumps.get(dump.key) ?? [], source: "FTS", freshness: "SNAPSHOT", retrievedAt, vintage: dump.date },
        ];
      });
      return new Map(readings);
    },
  };
}
