import { csvParseRows } from "d3-dsv";
import type { Row } from "./cells.ts";

/** What was made of the rows of a table by their first column: of each group when it is first asked for, and kept. */
export interface Groups<Group> {
  /** Undefined where no row has the key. */
  get(key: string): Group | undefined;
}

/**
 * Finds the groups of a table without reading its cells: a large one of which an answer needs a little is there at once.
 *
 * @throws when the rows of a group do not stand together, or a row takes more than one line
 */
export function groupRows<Group>(
  text: string,
  rows: number,
  toGroup: (rows: readonly Row[]) => Group,
): Groups<Group> {
  const [columns = []] = csvParseRows(text.slice(0, endOfLine(text, 0)));
  const spans = findSpans(text, rows);
  const made = new Map<string, Group>();
  return {
    get(key) {
      const span = spans.get(key);
      if (!span) return undefined;
      const group = made.get(key) ?? toGroup(csvParseRows(text.slice(...span), (cells) => toRow(columns, cells)));
      made.set(key, group);
      return group;
    },
  };
}

type Span = readonly [from: number, to: number];

function findSpans(text: string, rows: number): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  let lines = 0;
  for (let at = endOfLine(text, 0); at < text.length; ) {
    const from = at;
    const key = text.slice(from, text.indexOf(",", from));
    for (const start = `${key},`; text.startsWith(start, at); lines++) at = endOfLine(text, at);
    if (spans.has(key)) throw new Error(`The rows of ${key} do not stand together`);
    spans.set(key, [from, at]);
  }
  if (lines !== rows) throw new Error(`${lines} lines for ${rows} rows`);
  return spans;
}

/** Where the next line begins. */
function endOfLine(text: string, from: number): number {
  const at = text.indexOf("\n", from);
  return at < 0 ? text.length : at + 1;
}

function toRow(columns: readonly string[], cells: readonly string[]): Row {
  return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));
}
