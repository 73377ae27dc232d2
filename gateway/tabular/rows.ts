import type { TableNode, TablePlan } from "./plan.ts";

export type Cell = string | number | boolean | null;
export type Row = readonly Cell[];

/** The rows of an answer, one after the other, each with a cell for every column of the plan. */
export function* rowsOf({ columns, root }: TablePlan, data: unknown): Generator<Row> {
  for (const row of expand(root, data, new Array<Cell>(columns.length).fill(null))) {
    if (row.some((cell) => cell !== null)) yield row;
  }
}

/** A parent without children keeps one row, so that a country without figures does not vanish from the table. */
function* expand(node: TableNode, value: unknown, before: Row): Generator<Row> {
  const cells = [...before];
  fill(node, value, cells);
  const { spine } = node;
  const below = spine && valueAt(value, spine.key);
  if (!spine) yield cells;
  else if (!spine.isList) yield* expand(spine, below, cells);
  else if (!Array.isArray(below) || below.length === 0) yield cells;
  else for (const item of below) yield* expand(spine, item, cells);
}

/** Cells of a node and of the single objects in it. */
function fill(node: TableNode, value: unknown, cells: Cell[]): void {
  for (const { key, column } of node.leaves) cells[column] = toCell(valueAt(value, key));
  for (const object of node.objects) {
    if (object !== node.spine) fill(object, valueAt(value, object.key), cells);
  }
}

function valueAt(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map(toText).filter(Boolean).join("; ") || null;
  if (typeof value === "number" || typeof value === "boolean") return value;
  return toText(value);
}

/** The one text within an object of which only that was selected. */
function toText(value: unknown): string {
  if (typeof value === "object" && value !== null) return Object.values(value).map(toText).join(" ");
  return value === null || value === undefined ? "" : String(value);
}
