import { groupByEach } from "../../kit/group-by.ts";
import type { Snapshot } from "../../kit/snapshot/read.ts";
import type { Source } from "../../kit/source/source.ts";
import { tableSource } from "../../kit/source/table-source.ts";

export interface WholeTableOptions<Key, T> {
  /** Name of the table that the rows come from. */
  readonly table: string;
  readonly rows: () => Promise<readonly T[]>;
  /** The groups that a row belongs to. */
  readonly groupsOf: (row: T) => readonly string[];
  readonly groupFor: (key: Key) => string;
  /** The day on which a group stood so, where a table holds rows of several days. @default the table's own */
  readonly dayOf?: (row: T) => string;
}

/** A table that has all there is to have: a key without rows has an empty reading. */
export function wholeTable<Key, T>(
  snapshot: Snapshot,
  { table, rows, groupsOf, groupFor, dayOf }: WholeTableOptions<Key, T>,
): Source<Key, readonly T[]> {
  return tableSource<Key, readonly T[]>(snapshot, {
    table,
    async read() {
      const groups = groupByEach(await rows(), groupsOf);
      return { get: (group) => groups.get(group) ?? [] };
    },
    groupOf: groupFor,
    dayOf: ([first]) => first && dayOf?.(first),
  });
}
