import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { csvParse } from "d3-dsv";
import type { z } from "zod";

/** A row of a publisher's CSV file: column name to text. */
export type PublisherRow = Readonly<Record<string, string>>;

export async function readCsv(folder: string, path: string): Promise<readonly PublisherRow[]> {
  return csvParse(await readFile(join(folder, path), "utf8")) as readonly PublisherRow[];
}

/** Reads a publisher's JSON file; throws where it is not shaped as we know it. */
export async function readJson<T>(folder: string, path: string, schema: z.ZodType<T>): Promise<T> {
  return schema.parse(JSON.parse(await readFile(join(folder, path), "utf8")));
}

/** A cell that has to be there: a publisher's file without it is not the file we know. */
export function cell(row: PublisherRow, column: string): string {
  const value = row[column];
  if (value === undefined)
    throw new Error(`No column ${column} in a row of a publisher's file: ${JSON.stringify(row)}`);
  return value.trim();
}

/** Orders texts by code unit, the same on every machine. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
