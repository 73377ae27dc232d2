import type { TopLevelSpec } from "vega-lite";
import type { Chart } from "./chart.ts";
import { mapOf } from "./drawing/map.ts";
import { matrixOf } from "./drawing/matrix.ts";
import { panelsOf } from "./drawing/panels.ts";
import { brokenInLines, configOf, magnitudeLabel, palette, roomOf, type Size } from "./drawing/style.ts";
import { withTarget } from "./drawing/target.ts";
import { words } from "./words.ts";

const barStep = 26;

/** The Vega-Lite specification of a chart. What comes from the answer stands in it as data and as literal text only. */
export function toVegaLite(chart: Chart, size: Size): TopLevelSpec {
  const { mark, title, subtitle, points, language } = chart;
  const shownSubtitle = points.length === 0 ? words[language].noFigures : subtitle;
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    padding: 16,
    background: "white",
    title: { text: title, ...(shownSubtitle && { subtitle: shownSubtitle }), anchor: "start", frame: "group" },
    data: { values: points.map((point) => ({ ...point, facet: brokenInLines(point.facet, size) })) },
    ...(mark === "matrix" ? matrixOf(chart, size) : mark === "map" ? mapOf(chart, size) : plotOf(chart, size)),
    config: configOf(language, size),
  } as unknown as TopLevelSpec;
}

/** Marks between two axes. */
function plotOf(chart: Chart, size: Size): object {
  const { mark, x, y, hasColours, hasFacets, hasTargets } = chart;
  const { width, height } = roomOf[size];
  const isHorizontal = mark === "bar" && y.kind === "name";
  const single = hasColours ? {} : { color: palette[0] };
  const unit = {
    mark:
      mark === "line"
        ? { type: "line", point: { size: hasFacets ? 6 : 14 }, strokeWidth: hasFacets ? 1.5 : 2, ...single }
        : mark === "point"
          ? { type: "point", filled: true, opacity: 0.7, ...single }
          : { type: "bar", ...single },
    encoding: {
      x: channel("x", chart),
      y: channel("y", chart),
      ...(hasColours && {
        color: { field: "colour", type: "nominal", sort: null, title: null, scale: { range: palette } },
        ...(mark === "bar" && { [isHorizontal ? "yOffset" : "xOffset"]: { field: "colour", sort: null } }),
      }),
    },
  };
  if (hasFacets) return panelsOf(unit, size);
  return {
    width: x.kind === "name" && mark === "bar" ? { step: barStep } : width,
    height: isHorizontal ? { step: barStep } : height,
    ...(hasTargets ? withTarget(chart, unit) : unit),
  };
}

function channel(name: "x" | "y", { mark, language, hasFacets, [name]: axis }: Chart): object {
  const { kind } = axis;
  // A small picture has its unit in its name.
  const title = hasFacets ? null : axis.title;
  const of = (type: string, rest: object) => ({ field: name, type, ...rest });
  switch (kind) {
    case "name":
      return of("nominal", { sort: null, title: null, axis: { labelAngle: 0 } });
    case "date":
      return of("temporal", { title: null });
    case "year":
      return mark === "bar"
        ? of("ordinal", { title, axis: { labelAngle: 0, labelOverlap: true } })
        : of("quantitative", { title, scale: { zero: false, nice: false }, axis: { format: "d", tickMinStep: 1 } });
    case "number":
      return of("quantitative", {
        title,
        scale: { zero: mark === "bar" },
        axis: { labelExpr: magnitudeLabel(language) },
      });
  }
}
