import type { TopLevelSpec } from "vega-lite";
import { magnitudeLabel } from "../../../published/drawing/style.ts";
import type { Table } from "../../../tabular/table.ts";
import { type Role, rolesOf } from "../../shared/table/columns.ts";
import { type PictureStyle, pictureConfig } from "./picture-config.ts";
import type { ChartChoice } from "./suggest.ts";

const mostBars = 40;

/** A Vega-Lite chart of a table, in the colours of the theme. Columns keep their headers, units included, as titles. */
export function toChartSpec(table: Table, choice: ChartChoice, { theme, language }: PictureStyle): TopLevelSpec {
  const isBar = choice.mark === "bar";
  const rows = isBar ? largest(table.rows, choice.y) : table.rows;
  const roles = rolesOf(table);
  const figure = {
    field: field(choice.y),
    type: "quantitative" as const,
    title: table.header[choice.y] ?? "",
    axis: { labelExpr: magnitudeLabel(language) },
  };
  const other = {
    field: field(choice.x),
    title: table.header[choice.x] ?? "",
    ...position(roles[choice.x] ?? "label", isBar, table, choice.x),
  };
  const used = [choice.x, choice.y, ...(choice.series === undefined ? [] : [choice.series])];
  const isHorizontal = isBar && other.type === "nominal";
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    width: "container",
    height: isHorizontal ? { step: 24 } : 320,
    data: { values: rows.map((row) => Object.fromEntries(used.map((column) => [field(column), row[column] ?? null]))) },
    mark: {
      type: choice.mark,
      ...(choice.mark === "line" && { point: { size: 18 }, strokeWidth: 2 }),
      ...(choice.mark === "area" && { opacity: 0.5, line: true }),
      ...(choice.mark === "point" && { filled: true, size: 48 }),
    },
    encoding: {
      ...(isHorizontal
        ? { x: figure, y: { ...other, sort: "-x" as const, axis: { labelLimit: 220, title: null } } }
        : { x: other.type === "nominal" ? { ...other, sort: null } : other, y: figure }),
      ...(choice.series !== undefined && {
        color: { field: field(choice.series), type: "nominal" as const, title: null, sort: null },
      }),
      tooltip: used.map((column) => ({ field: field(column), title: table.header[column] ?? "" })),
    },
    config: pictureConfig(theme),
  };
}

/** Names of columns hold dots and brackets, which Vega-Lite would read as paths. */
function field(column: number): string {
  return `c${column}`;
}

/** Years are numbers without grouping; longer dates are read as UTC, so that no time zone moves them into another day. */
function position(role: Role, isBar: boolean, table: Table, column: number) {
  const cells = table.rows.map((row) => row[column]).filter((cell) => cell !== null);
  if (role === "time" && cells.every((cell) => /^\d{4}$/.test(String(cell)))) {
    if (isBar) return { type: "ordinal" as const };
    return { type: "quantitative" as const, scale: { zero: false, nice: false }, axis: { format: "d" } };
  }
  if (role === "time" && cells.every((cell) => /^\d{4}-\d\d/.test(String(cell)))) {
    return { type: "temporal" as const, scale: { type: "utc" as const } };
  }
  return role === "number" ? { type: "quantitative" as const } : { type: "nominal" as const };
}

function largest(rows: Table["rows"], column: number): Table["rows"] {
  const known = rows.filter((row) => typeof row[column] === "number");
  return [...known].sort((a, b) => Number(b[column]) - Number(a[column])).slice(0, mostBars);
}
