import { headerOf } from "./csv.ts";
import type { Column, TablePlan } from "./plan.ts";
import { type Cell, type Row, rowsOf } from "./rows.ts";

/** A whole answer as one table. */
export interface Table {
  readonly columns: readonly Column[];
  /** Names of the columns with the unit of their numbers. */
  readonly header: readonly string[];
  /** By column: the unit that all its numbers share. */
  readonly units: readonly (string | undefined)[];
  readonly rows: readonly Row[];
}

/** A unit that all numbers of a column share goes into the header; units that differ get a column beside the numbers. */
export function toTable(plan: TablePlan, data: unknown): Table {
  const rows = [...rowsOf(plan, data)];
  const unitsOf = plan.columns.map(({ unitColumn }, i) =>
    unitColumn === undefined ? [] : distinct(rows, i, unitColumn),
  );
  const shown = plan.columns.flatMap(({ isHidden }, i) =>
    !isHidden || plan.columns.some(({ unitColumn }, j) => unitColumn === i && (unitsOf[j]?.length ?? 0) > 1) ? [i] : [],
  );
  const columns = shown.map((i) => plan.columns[i] as Column);
  const units = shown.map((i) => (unitsOf[i]?.length === 1 ? unitsOf[i]?.[0] : undefined));
  const isWhole = shown.length === plan.columns.length;
  return {
    columns,
    units,
    header: headerOf(columns, units),
    rows: isWhole ? rows : rows.map((row) => shown.map((i) => row[i] ?? null)),
  };
}

function distinct(rows: readonly Row[], value: number, unit: number): string[] {
  const units = rows.filter((row) => row[value] !== null && row[unit] !== null).map((row) => row[unit] as Cell);
  return [...new Set(units.map(String))];
}
