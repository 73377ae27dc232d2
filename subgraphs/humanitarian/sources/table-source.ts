import { lazily } from "../../kit/lazily.ts";
import type { Snapshot } from "../../kit/snapshot/read.ts";
import type { Source } from "../../kit/source/source.ts";

export interface TableSourceOptions<Key, T> {
  /** Name of the table that the rows come from, whose manifest entry says how current they are. */
  readonly table: string;
  readonly rows: () => Promise<readonly T[]>;
  /** The groups that a row belongs to. */
  readonly groupsOf: (row: T) => readonly string[];
  readonly groupFor: (key: Key) => string;
  /** The day on which a group stood so, where a table holds rows of several days. @default the table's own */
  readonly dayOf?: (row: T) => string;
}

/** A table shipped, by group; a key without rows has an empty reading. Read once, when first asked. */
export function tableSource<Key, T>(
  snapshot: Snapshot,
  { table, rows, groupsOf, groupFor, dayOf }: TableSourceOptions<Key, T>,
): Source<Key, readonly T[]> {
  const grouped = lazily(async () => {
    const groups = new Map<string, T[]>();
    for (const row of await rows()) {
      for (const name of groupsOf(row)) {
        const group = groups.get(name);
        if (group) group.push(row);
        else groups.set(name, [row]);
      }
    }
    return groups;
  });
  const { sources, retrievedAt, vintage } = snapshot.info(table);
  const [source = table] = sources;
  return {
    id: source,
    async fetch(keys) {
      const groups = await grouped();
      return new Map(
        keys.map((key) => {
          const data = groups.get(groupFor(key)) ?? [];
          const [first] = data;
          const dated = first && dayOf ? ofDay(dayOf(first)) : { retrievedAt, vintage };
          return [key, { data, source, freshness: "SNAPSHOT", ...dated }];
        }),
      );
    },
  };
}

function ofDay(day: string) {
  return { retrievedAt: `${day}T00:00:00.000Z`, vintage: day };
}
