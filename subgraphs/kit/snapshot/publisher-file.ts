import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { csvParse } from "d3-dsv";
import type { z } from "zod";

/** A row of a publisher's CSV file: column name to text. */
export type PublisherRow = Readonly<Record<string, string>>;

/** The text of a publisher's file, packed or not, without the byte order mark that would join the first column's name. */
export async function readText(folder: string, path: string): Promise<string> {
  const bytes = await readFile(join(folder, path));
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").replace(/^\uFEFF/, "");
}

export async function readCsv(folder: string, path: string): Promise<readonly PublisherRow[]> {
  return csvParse(await readText(folder, path)) as readonly PublisherRow[];
}

/** Reads a publisher's JSON file; throws where it is not shaped as we know it. */
export async function readJson<T>(folder: string, path: string, shape: z.ZodType<T>): Promise<T> {
  return shape.parse(JSON.parse(await readText(folder, path)));
}

/** Orders texts by code unit, which no locale changes: the same files give the same tables everywhere. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A cell of a column that has to be there, without the space around it: a file without it is not the file we know. */
export function cell(row: PublisherRow, column: string): string {
  const value = row[column];
  if (value === undefined)
    throw new Error(`No column ${column} in a row of a publisher's file: ${JSON.stringify(row)}`);
  return value.trim();
}
