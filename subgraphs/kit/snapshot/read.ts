import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { csvParse } from "d3-dsv";
import { projectRoot } from "../project-root.ts";
import type { Row } from "./cells.ts";
import { type Groups, groupRows } from "./groups.ts";
import { manifest, type TableInfo } from "./manifest.ts";

export interface Table<T> {
  readonly info: TableInfo;
  readonly rows: readonly T[];
}

export interface Snapshot {
  /** What the manifest says of a table, without reading the table. */
  info(table: string): TableInfo;
  /**
   * Reads a table; a row for which `toRecord` gives undefined is left out.
   * Not kept: whoever needs a table more than once keeps what it made of it.
   */
  read<T>(table: string, toRecord: (row: Row) => T | undefined): Promise<Table<T>>;
  /** The rows of a table by their first column, read as they are asked for. */
  readGroups<Group>(table: string, toGroup: (rows: readonly Row[]) => Group): Promise<Groups<Group>>;
}

/** Opens the snapshot of one subgraph, `subgraphs/<name>/snapshot/`. */
export function openSnapshot(subgraph: string, root = projectRoot): Snapshot {
  const folder = join(root, "subgraphs", subgraph, "snapshot");
  const { tables } = manifest.parse(JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")));

  function info(table: string): TableInfo {
    const found = tables[table];
    if (!found) throw new Error(`The snapshot of ${subgraph} has no table ${table}; it has ${Object.keys(tables).join(", ")}`);
    return found;
  }

  // In one piece: a text that is read with its encoding comes in many.
  const textOf = async (table: string) => (await readFile(join(folder, `${table}.csv`))).toString("utf8");

  return {
    info,
    async read<T>(table: string, toRecord: (row: Row) => T | undefined) {
      const found = info(table);
      const text = await textOf(table);
      const rows: T[] = [];
      csvParse(text, (row) => {
        const record = toRecord(row as Row);
        if (record !== undefined) rows.push(record);
        return undefined;
      });
      return { info: found, rows };
    },
    async readGroups(table, toGroup) {
      return groupRows(await textOf(table), info(table).rows, toGroup);
    },
  };
}
