import { csvFormatRow } from "d3-dsv";
import type { Column } from "./plan.ts";
import type { Cell, Row } from "./rows.ts";

/** U+FEFF: tells a spreadsheet that the file is UTF-8. */
export const byteOrderMark = "\uFEFF";

const lineEnd = "\r\n";
const chunkLength = 16_384;

/** RFC 4180 with a header line. Missing is an empty cell. @returns chunks of text, about 16 KiB each */
export async function* toCsv(
  header: readonly string[],
  rows: AsyncIterable<Row> | Iterable<Row>,
): AsyncGenerator<string> {
  let text = toLine(header);
  for await (const row of rows) {
    text += toLine(row);
    if (text.length < chunkLength) continue;
    yield text;
    text = "";
  }
  if (text) yield text;
}

/** Names of the columns that are shown; a number's unit stands in brackets where all its numbers have the same one. */
export function headerOf(columns: readonly Column[], units: readonly (string | undefined)[]): string[] {
  return columns.map(({ name }, i) => (units[i] === undefined ? name : `${name} [${units[i]}]`));
}

function toLine(row: Row): string {
  return csvFormatRow(row.map(toSafeText)) + lineEnd;
}

/**
 * A spreadsheet runs a text that begins like a formula: an apostrophe in front makes it show the text instead.
 * Numbers stay as they are, also those that come as texts.
 */
function toSafeText(cell: Cell): string {
  if (typeof cell !== "string") return cell === null ? "" : String(cell);
  const isFormula = /^\s*[=+\-@\t\r|＝＋－＠]/.test(cell) && !/^[+-]?\d+(\.\d+)?$/.test(cell);
  return isFormula ? `'${cell}` : cell;
}
