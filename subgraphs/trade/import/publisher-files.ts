import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { csvParse } from "d3-dsv";

/** A row of a publisher's CSV file: column name to text. */
export type PublisherRow = Readonly<Record<string, string>>;

/** Some of the files begin with a byte order mark, which would become part of the first column's name. */
export async function readCsv(folder: string, path: string): Promise<readonly PublisherRow[]> {
  const text = await readFile(join(folder, path), "utf8");
  return csvParse(text.replace(/^\uFEFF/, "")) as readonly PublisherRow[];
}

/** The text of a column that the file must have. */
export function cell(row: PublisherRow, column: string): string {
  const text = row[column];
  if (text === undefined) throw new Error(`The file has no column ${column}; it has ${Object.keys(row).join(", ")}`);
  return text;
}

/** Orders by code units, which no locale changes: the same files give the same tables everywhere. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Most of the publishers' files bear no date of their own. This is the day of the newest dated file of the
 * collection they came in, so that they were taken no later than about then.
 */
export const collectedAt = "2026-08-21T00:00:00.000Z";
