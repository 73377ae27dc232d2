import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { csvParse } from "d3-dsv";
import type { z } from "zod";

export type PublisherRow = Readonly<Record<string, string | undefined>>;

/** The text of a publisher's file, packed or not, without a byte order mark. */
async function readText(folder: string, path: string): Promise<string> {
  const bytes = await readFile(join(folder, path));
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text.replace(/^\uFEFF/, "");
}

export async function readRows(folder: string, path: string): Promise<readonly PublisherRow[]> {
  return csvParse(await readText(folder, path));
}

export async function readJson<T>(folder: string, path: string, shape: z.ZodType<T>): Promise<T> {
  return shape.parse(JSON.parse(await readText(folder, path)));
}

/** A cell that must be there: a file whose columns changed stops the import. */
export function required(row: PublisherRow, column: string): string {
  const cell = row[column]?.trim();
  if (!cell) throw new Error(`No ${column} in ${JSON.stringify(row)}`);
  return cell;
}

/** R writes a missing value as NULL or NA. */
export function optional(row: PublisherRow, column: string): string | null {
  const cell = row[column]?.trim() ?? "";
  return cell === "" || cell === "NULL" || cell === "NA" ? null : cell;
}

export function optionalNumber(row: PublisherRow, column: string): number | null {
  const cell = optional(row, column);
  return cell === null ? null : number(cell);
}

export function number(cell: string): number {
  const value = Number(cell);
  if (Number.isNaN(value)) throw new Error(`Not a number in a publisher's file: ${cell}`);
  return value;
}

/** The calendar day of an instant. */
export function day(instant: string | null | undefined): string | null {
  return instant ? instant.slice(0, 10) : null;
}

/** The cell of a list of codes or labels. */
export function listCell(items: Iterable<string>): string {
  const list = [...items];
  const broken = list.find((item) => item.includes(";"));
  if (broken) throw new Error(`A list item with a semicolon: ${broken}`);
  return list.join(";");
}
