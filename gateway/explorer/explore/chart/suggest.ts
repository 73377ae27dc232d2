import type { Table } from "../../../tabular/table.ts";
import { columnsOf, countDistinct, labelsOf } from "../../shared/table/columns.ts";

export const marks = ["line", "area", "bar", "point"] as const;
export type Mark = (typeof marks)[number];

/** Which columns a chart shows, and how. */
export interface ChartChoice {
  readonly mark: Mark;
  readonly x: number;
  readonly y: number;
  /** Column by which the marks are told apart by colour. */
  readonly series: number | undefined;
}

const mostSeries = 20;

/**
 * A chart that fits the table: figures over time as lines, one for each label; figures by label as bars, the largest first;
 * two figures against each other as points. Undefined when there is nothing to compare.
 */
export function suggestChart(table: Table): ChartChoice | undefined {
  const numbers = columnsOf(table, "number").filter((column) => countDistinct(table, column) > 0);
  const [time] = columnsOf(table, "time").filter((column) => countDistinct(table, column) > 1);
  const labels = labelsOf(table).filter((column) => countDistinct(table, column) > 1);
  const [y] = numbers;
  if (y === undefined) return undefined;
  if (time !== undefined) {
    const series = labels.find((column) => countDistinct(table, column) <= mostSeries);
    return { mark: "line", x: time, y, series };
  }
  const label = [...labels].sort((a, b) => countDistinct(table, b) - countDistinct(table, a))[0];
  if (label !== undefined) return { mark: "bar", x: label, y, series: undefined };
  const other = numbers[1];
  return other === undefined || table.rows.length < 2
    ? undefined
    : { mark: "point", x: y, y: other, series: undefined };
}
