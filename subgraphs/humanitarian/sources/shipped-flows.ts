import type { Snapshot } from "../../kit/snapshot/read.ts";
import type { Source } from "../../kit/source/source.ts";
import { tableSource } from "../../kit/source/table-source.ts";
import { type DumpRecord, type FlowRecord, toFlow } from "../records/flow.ts";

/** The flows of each dump, from the table shipped. */
export function createShippedFlows(snapshot: Snapshot): Source<DumpRecord, readonly FlowRecord[]> {
  return tableSource<DumpRecord, readonly FlowRecord[]>(snapshot, {
    table: "flows",
    async read() {
      const dumps = await snapshot.readGroups("flows", (rows) => rows.map(toFlow));
      return { get: (dump) => dumps.get(dump) ?? [] };
    },
    groupOf: ({ key }) => key,
    dayOf: (_, { date }) => date,
  });
}
