import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { csvFormat } from "d3-dsv";
import type { Manifest, TableInfo } from "./manifest.ts";

/** A cell of a table to write: null and undefined become an empty cell. */
export type Cell = string | number | boolean | null | undefined;

/** A table as an importer makes it. Its columns are written in the order of `info.columns`. */
export interface NewTable {
  readonly name: string;
  readonly info: Omit<TableInfo, "rows">;
  readonly rows: readonly Readonly<Record<string, Cell>>[];
}

/**
 * What an importer is: publisher files in, tables out. The same files give the same tables to the byte,
 * so rows come in an order that the importer states (sorted by their keys).
 */
export type Importer = (folder: string) => Promise<readonly NewTable[]>;

/** Writes the tables and their manifest into a snapshot folder. */
export async function writeSnapshot(folder: string, tables: readonly NewTable[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const manifest: Manifest = { tables: {} };
  for (const table of tables.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const columns = Object.keys(table.info.columns);
    await writeFile(join(folder, `${table.name}.csv`), `${csvFormat(table.rows.map(toStrings(columns)), columns)}\n`);
    manifest.tables[table.name] = { ...table.info, rows: table.rows.length };
  }
  await writeFile(join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}

function toStrings(columns: readonly string[]) {
  return (row: Readonly<Record<string, Cell>>): Record<string, string> => {
    const stray = Object.keys(row).filter((column) => !columns.includes(column));
    if (stray.length > 0) throw new Error(`Columns without a description in the table's info: ${stray.join(", ")}`);
    return Object.fromEntries(columns.map((column) => [column, String(row[column] ?? "")]));
  };
}
