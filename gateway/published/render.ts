import { escapeMarkup } from "../http/markup.ts";
import type { Chart } from "./chart.ts";
import { quiet, type Size } from "./drawing/style.ts";
import { toVegaLite } from "./vega-spec.ts";

const lineHeight = 15;
const fontSize = 11;
/** Between a drawing and its sources. */
const gap = 8;
/** Around a drawing. */
const margin = 16;
/** Width of a character of a sans-serif font over its size, on average. Vega reckons with 0.8, which leaves wide gaps. */
const characterWidth = 0.66;

/**
 * Draws a chart as SVG. Vega is loaded with the first one: half a second and about 30 MB that a server
 * without charts never spends.
 */
export async function renderSvg(chart: Chart, size: Size): Promise<string> {
  const [vega, { compile }] = await Promise.all([loadVega(), import("vega-lite")]);
  const { View, Warn, loader, parse } = vega;
  const { spec } = compile(toVegaLite(chart, size));
  const view = new View(parse(spec), {
    renderer: "none",
    logLevel: Warn,
    // Vega may load data by URL. A chart's data always stand in its specification.
    loader: { ...loader(), load: () => Promise.reject(new Error("A chart loads nothing")) },
  });
  try {
    const svg = withSources(await view.toSVG(), chart.sourceLines);
    return svg.replace("<svg ", `<svg role="img" aria-label="${escapeMarkup(chart.title)}" `);
  } finally {
    view.finalize();
  }
}

async function loadVega() {
  const vega = await import("vega");
  // Exported and not in the types.
  const { textMetrics } = vega as unknown as { textMetrics: { width: MeasureWidth } };
  textMetrics.width = ({ fontSize: size = 11, limit = 0 }, text) => {
    const width = String(text).length * size * characterWidth;
    return limit > 0 ? Math.min(width, limit) : width;
  };
  return vega;
}

type MeasureWidth = (item: { readonly fontSize?: number; readonly limit?: number }, text: unknown) => number;

/**
 * Writes the sources under a drawing, which grows by them: Vega-Lite has one title only, and its marks cannot stand
 * below small pictures whose height is known when they are drawn.
 */
function withSources(svg: string, sources: readonly string[]): string {
  const [, width = "0", height = "0"] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  const lines = sources.flatMap((source) => wrap(source, (Number(width) - 2 * margin) / (fontSize * characterWidth)));
  const whole = Number(height) + gap + lines.length * lineHeight;
  const texts = lines.map(
    (line, i) => `<tspan x="${margin}" y="${Number(height) + gap + i * lineHeight}">${escapeMarkup(line)}</tspan>`,
  );
  return svg
    .replace(`height="${height}"`, `height="${whole}"`)
    .replace(/viewBox="0 0 ([\d.]+) [\d.]+"/, `viewBox="0 0 $1 ${whole}"`)
    .replace(
      /<rect width="([\d.]+)" height="[\d.]+" fill="white"\/?>/,
      `<rect width="$1" height="${whole}" fill="white"/>`,
    )
    .replace(
      /<\/svg>\s*$/,
      `<text font-family="sans-serif" font-size="${fontSize}" fill="${quiet}">${texts.join("")}</text></svg>`,
    );
}

/** @param most characters of a line */
function wrap(text: string, most: number): string[] {
  return text.match(new RegExp(`.{1,${Math.floor(most)}}(\\s|$)|\\S+`, "g"))?.map((line) => line.trim()) ?? [];
}
