import { lazily } from "../lazily.ts";
import type { Groups } from "../snapshot/groups.ts";
import type { Snapshot } from "../snapshot/read.ts";
import type { Reading, Source } from "./source.ts";

export interface TableSourceOptions<Key, T> {
  /** Name of the table, whose manifest entry says whose it is and how current. */
  readonly table: string;
  /** What the table has, by group; read when a key first needs it, and kept. */
  readonly read: () => Promise<Groups<T>>;
  readonly groupOf: (key: Key) => string;
  /** The day on which a group stood so, where a table holds several days. @default the table's own */
  readonly dayOf?: (data: T, key: Key) => string | undefined;
}

/** A table shipped. A key whose group the table does not have is absent from the answer. */
export function tableSource<Key, T>(
  snapshot: Snapshot,
  { table, read, groupOf, dayOf }: TableSourceOptions<Key, T>,
): Source<Key, T> {
  const load = lazily(read);
  const { sources, retrievedAt, vintage } = snapshot.info(table);
  const [source = table] = sources;
  return {
    id: source,
    async fetch(keys) {
      const groups = await load();
      const readings = new Map<Key, Reading<T>>();
      for (const key of keys) {
        const data = groups.get(groupOf(key));
        if (data === undefined) continue;
        const day = dayOf?.(data, key);
        const dated =
          day === undefined ? { retrievedAt, vintage } : { retrievedAt: `${day}T00:00:00.000Z`, vintage: day };
        readings.set(key, { data, source, freshness: "SNAPSHOT", ...dated });
      }
      return readings;
    },
  };
}
