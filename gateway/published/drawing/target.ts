import type { Chart } from "../chart.ts";
import { words } from "../words.ts";
import { palette } from "./style.ts";

/**
 * Bars with a stroke at what was aimed at. Bars of one place stand beside each other: they are not parts of one sum.
 *
 * @param bars mark and encoding of the bars
 */
export function withTarget(chart: Chart, bars: { readonly mark: object; readonly encoding: Encoding }): object {
  const { language, y, points } = chart;
  const isHorizontal = y.kind === "name";
  const [figure, place] = isHorizontal ? (["x", "y"] as const) : (["y", "x"] as const);
  const { reached, aimedAt } = words[language];
  const colour = (name: string) => ({
    datum: name,
    type: "nominal",
    scale: { domain: [reached, aimedAt], range: [palette[0], palette[1]] },
    title: null,
  });
  const slots = slotsOf(points.map((point) => point[place]));
  const shared = { [place]: bars.encoding[place], [`${place}Offset`]: { field: "slot", type: "ordinal" } };
  return {
    data: { values: points.map((point, i) => ({ ...point, slot: slots[i] })) },
    layer: [
      {
        mark: bars.mark,
        encoding: { ...shared, [figure]: { ...bars.encoding[figure], stack: null }, color: colour(reached) },
      },
      {
        mark: { type: "tick", thickness: 3, orient: isHorizontal ? "vertical" : "horizontal" },
        encoding: { ...shared, [figure]: { ...bars.encoding[figure], field: "target" }, color: colour(aimedAt) },
      },
    ],
  };
}

interface Encoding {
  readonly x: object;
  readonly y: object;
}

/** How many of the same place came before. */
function slotsOf(places: readonly (string | number)[]): number[] {
  return places.map((place, i) => places.slice(0, i).filter((before) => before === place).length);
}
