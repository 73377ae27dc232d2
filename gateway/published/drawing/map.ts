import { createRequire } from "node:module";
import { geoContains } from "d3-geo";
import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import countries from "i18n-iso-countries";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Chart } from "../chart.ts";
import type { PageLanguage } from "../words.ts";
import { type Box, boxOf, cornersOf, type Land, padded, within } from "./outlines.ts";
import { line, magnitudeLabel, palette, quiet, roomOf, type Size } from "./style.ts";

const require = createRequire(import.meta.url);
const mostLabels = 6;
/** A country is looked for at this many places across and down a picture, and named when it is found at some of them. */
const samples = 12;
const leastSeen = 6;
/** Where the graph calls a country otherwise than the runtime does. */
const ownNames: Readonly<Record<PageLanguage, Readonly<Record<string, string>>>> = { en: {}, ru: { KG: "Кыргызстан" } };
let land: readonly Land[] | undefined;

/** Points on the outlines of the countries around, sized by the number and coloured by the name they have. */
export function mapOf({ points, language, hasColours, amountTitle }: Chart, size: Size): object {
  land ??= readLand();
  const box = padded(boxOf(points.map(({ x, y }) => [Number(x), Number(y)])));
  const { width } = roomOf[size];
  const around = within(land, box);
  const largest = [...points]
    .sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0))
    .slice(0, size === "wide" ? mostLabels : 3);
  const place = { longitude: { field: "x", type: "quantitative" }, latitude: { field: "y", type: "quantitative" } };
  return {
    width,
    height: width * 0.72,
    projection: { type: "mercator", fit: cornersOf(box) },
    layer: [
      {
        data: { values: around },
        mark: { type: "geoshape", fill: "#f2f2f0", stroke: "#c9c9c4", strokeWidth: 0.75, clip: true },
      },
      {
        data: { values: around.flatMap((country) => toLabel(country, box, language)) },
        mark: { type: "text", fontSize: 11, color: quiet, clip: true },
        encoding: { ...place, text: { field: "name" } },
      },
      // A place without a number is there all the same: a small ring.
      {
        transform: [{ filter: "!isValid(datum.amount)" }],
        mark: { type: "point", size: 18, color: quiet, clip: true },
        encoding: place,
      },
      {
        transform: [{ filter: "isValid(datum.amount)" }],
        mark: { type: "circle", opacity: 0.75, stroke: "white", strokeWidth: 0.75, clip: true },
        encoding: {
          ...place,
          size: {
            field: "amount",
            type: "quantitative",
            title: amountTitle,
            scale: { rangeMin: 18, rangeMax: 700 },
            legend: { tickCount: 3, labelExpr: magnitudeLabel(language), symbolStrokeColor: line },
          },
          ...(hasColours
            ? { color: { field: "colour", type: "nominal", sort: null, title: null, scale: { range: palette } } }
            : { color: { value: palette[0] } }),
        },
      },
      // At the right edge a name stands at the left of its point.
      ...([1, -1] as const).map((side) => ({
        data: { values: largest.filter(({ x }) => Number(x) > box[0] + 0.7 * (box[2] - box[0]) === (side === -1)) },
        mark: { type: "text", fontSize: 11, align: side === 1 ? "left" : "right", dx: side * 11, clip: true },
        encoding: { ...place, text: { field: "label" } },
      })),
    ],
  };
}

function readLand(): readonly Land[] {
  const atlas = require("world-atlas/countries-50m.json") as Topology<{
    countries: GeometryCollection<{ name: string }>;
  }>;
  return (feature(atlas, atlas.objects.countries) as FeatureCollection<Polygon | MultiPolygon, { name: string }>)
    .features;
}

/** A country's name in the middle of what the picture shows of it; none for a sliver at the edge. */
function toLabel(country: Land, [west, south, east, north]: Box, language: PageLanguage) {
  const names = new Intl.DisplayNames(language, { type: "region" });
  const code = countries.numericToAlpha2(String(country.id));
  const seen = Array.from({ length: samples * samples }, (_, i) => {
    const x = west + ((east - west) * ((i % samples) + 0.5)) / samples;
    const y = south + ((north - south) * (Math.floor(i / samples) + 0.5)) / samples;
    return [x, y] as const;
  }).filter(([x, y]) => geoContains(country, [x, y]));
  if (!code || seen.length < leastSeen) return [];
  const [meanX, meanY] = [mean(seen.map(([x]) => x)), mean(seen.map(([, y]) => y))];
  const [nearest] = [...seen].sort(
    (a, b) => Math.hypot(a[0] - meanX, a[1] - meanY) - Math.hypot(b[0] - meanX, b[1] - meanY),
  );
  return nearest ? [{ x: nearest[0], y: nearest[1], name: ownNames[language][code] ?? names.of(code) }] : [];
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
