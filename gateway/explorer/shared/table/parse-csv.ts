import { csvParseRows } from "d3-dsv";
import type { Cell } from "../../../tabular/rows.ts";
import type { Table } from "../../../tabular/table.ts";

/** The server's own CSV as a table again: units stand in brackets in its header, a column of numbers holds nothing else. */
export function parseCsv(text: string): Table {
  const [header = [], ...lines] = csvParseRows(text.replace(/^\uFEFF/, ""));
  const parts = header.map((name) => /^(.*?)(?: \[(.+)\])?$/.exec(name));
  const areNumbers = header.map(
    (_, column) => lines.some((line) => line[column]) && lines.every((line) => isNumber(line[column])),
  );
  return {
    header,
    columns: parts.map((part, column) => ({
      name: part?.[1] ?? "",
      kind: areNumbers[column] ? "number" : "text",
      unitColumn: undefined,
      isHidden: false,
    })),
    units: parts.map((part) => part?.[2]),
    rows: lines.map((line) => line.map((cell, column) => toCell(cell, areNumbers[column] ?? false))),
  };
}

function isNumber(cell: string | undefined): boolean {
  return !cell || /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(cell);
}

function toCell(cell: string, isNumeric: boolean): Cell {
  if (cell === "") return null;
  return isNumeric ? Number(cell) : cell;
}
