import { csvParseRows } from "d3-dsv";
import { byText, cell, type PublisherRow, readText } from "../../kit/snapshot/publisher-file.ts";

/** For files without a header line. */
export async function readRows(folder: string, path: string): Promise<readonly (readonly string[])[]> {
  return csvParseRows(await readText(folder, path));
}

/** The number of a cell; empty and NA, which both mean that it was not recorded, become an empty cell. */
export function figure(row: PublisherRow, column: string): number | undefined {
  return toFigure(cell(row, column));
}

export function toFigure(text: string): number | undefined {
  const trimmed = text.trim();
  if (trimmed === "" || trimmed === "NA") return undefined;
  const value = Number(trimmed.replaceAll(",", ""));
  if (Number.isNaN(value)) throw new Error(`Not a number in a publisher's file: ${JSON.stringify(text)}`);
  return value;
}

/** Sorts by the columns named, numbers by size and texts by code unit. */
export function byColumns<T extends Readonly<Record<string, unknown>>>(...columns: readonly (keyof T & string)[]) {
  return (a: T, b: T): number => {
    for (const column of columns) {
      const [x, y] = [a[column], b[column]];
      const order = typeof x === "number" && typeof y === "number" ? x - y : byText(String(x ?? ""), String(y ?? ""));
      if (order !== 0) return order;
    }
    return 0;
  };
}

/** "Bukhtarma (Zaisan lake)" to `bukhtarma-zaisan-lake`. */
export function toId(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
