import { csvParse } from "d3-dsv";
import { readText } from "../../kit/snapshot/publisher-file.ts";

export type PublisherRow = Readonly<Record<string, string | undefined>>;

export async function readRows(folder: string, path: string): Promise<readonly PublisherRow[]> {
  return csvParse(await readText(folder, path));
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
