import { alpha3ToNumeric } from "i18n-iso-countries";
import type { TopLevelSpec } from "vega-lite";
import { boxAround, boxOf, cornersOf, type Land, padded, within } from "../../../published/drawing/outlines.ts";
import { magnitudeLabel } from "../../../published/drawing/style.ts";
import type { Cell, Row } from "../../../tabular/rows.ts";
import type { Table } from "../../../tabular/table.ts";
import type { Language } from "../../shared/language.tsx";
import { labelsOf } from "../../shared/table/columns.ts";
import { inkOf, type PictureStyle, pictureConfig } from "../chart/picture-config.ts";
import type { Places } from "./places.ts";

export interface MapChoice {
  readonly places: Places;
  /** Column of the figure that is shown; undefined for bare places. */
  readonly figure: number | undefined;
  /** The rows of the moment that is shown. */
  readonly rows: readonly Row[];
}

/** A Vega-Lite map: countries filled by their figure, or points sized by it, on the outlines of the countries around. */
export function toMapSpec(
  table: Table,
  choice: MapChoice,
  land: readonly Land[],
  { theme, language }: PictureStyle,
): TopLevelSpec {
  const { places } = choice;
  const shown = places.kind === "countries" ? countries(table, choice, land, places.code, language) : undefined;
  const box = padded(shown ? boxAround(shown.found) : boxOf(positionsOf(choice)));
  const ink = inkOf(theme);
  const surroundings = {
    data: { values: within(land, box) },
    mark: { type: "geoshape" as const, fill: ink.land, stroke: ink.line, strokeWidth: 0.75, clip: true },
  };
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    width: "container",
    height: 420,
    projection: { type: "mercator", fit: cornersOf(box) },
    layer: [surroundings, ...(shown ? [shown.layer] : [points(table, choice, ink.ink, language)])],
    config: pictureConfig(theme),
  } as TopLevelSpec;
}

function countries(table: Table, { rows, figure }: MapChoice, land: readonly Land[], code: number, language: Language) {
  const byId = new Map(land.map((country) => [String(country.id), country]));
  const found = rows.flatMap((row) => {
    const outline = byId.get(alpha3ToNumeric(String(row[code])) ?? "");
    return outline ? [{ ...outline, properties: { ...outline.properties, ...describe(table, row, figure) } }] : [];
  });
  const tooltip = tooltipOf(table, figure).map((entry) => ({ ...entry, field: `properties.${entry.field}` }));
  const layer = {
    data: { values: found },
    mark: { type: "geoshape", stroke: "white", strokeWidth: 0.5, clip: true },
    encoding: {
      tooltip,
      ...(figure !== undefined && {
        color: {
          field: "properties.figure",
          type: "quantitative",
          title: table.header[figure],
          legend: legendOf(language),
        },
      }),
    },
  };
  return { found, layer };
}

function points(table: Table, choice: MapChoice, stroke: string, language: Language) {
  const { rows, figure } = choice;
  const values = rows.map((row, i) => {
    const [longitude, latitude] = positionsOf({ ...choice, rows: [row] })[0] ?? [];
    return { ...describe(table, row, figure), longitude, latitude, order: i };
  });
  return {
    data: { values: values.filter(({ latitude, longitude }) => latitude !== undefined && longitude !== undefined) },
    mark: {
      type: "circle",
      opacity: 0.75,
      stroke,
      strokeWidth: 0.75,
      clip: true,
      ...(figure === undefined && { size: 60 }),
    },
    encoding: {
      longitude: { field: "longitude", type: "quantitative" },
      latitude: { field: "latitude", type: "quantitative" },
      tooltip: tooltipOf(table, figure),
      ...(figure !== undefined && {
        size: {
          field: "figure",
          type: "quantitative",
          title: table.header[figure],
          legend: legendOf(language),
          scale: { rangeMin: 16, rangeMax: 700 },
        },
      }),
    },
  };
}

function legendOf(language: Language) {
  return { tickCount: 3, labelExpr: magnitudeLabel(language) };
}

function describe(table: Table, row: Row, figure: number | undefined): Record<string, Cell> {
  const labels = Object.fromEntries(labelsOf(table).map((column) => [`label${column}`, row[column] ?? null]));
  return { ...labels, ...(figure !== undefined && { figure: row[figure] ?? null }) };
}

function tooltipOf(table: Table, figure: number | undefined) {
  const labels = labelsOf(table).map((column) => ({ field: `label${column}`, title: table.header[column] ?? "" }));
  return figure === undefined ? labels : [...labels, { field: "figure", title: table.header[figure] ?? "" }];
}

function positionsOf({ places, rows }: MapChoice): [number, number][] {
  if (places.kind !== "points") return [];
  return rows.flatMap((row) => {
    const [x, y] = [row[places.longitude], row[places.latitude]];
    return typeof x === "number" && typeof y === "number" ? [[x, y] as [number, number]] : [];
  });
}
