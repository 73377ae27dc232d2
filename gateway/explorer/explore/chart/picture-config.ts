import type { Config } from "vega-lite";
import type { Language } from "../../shared/language.tsx";
import type { Theme } from "../../shared/theme.ts";

/** In what colours and language a picture is drawn. */
export interface PictureStyle {
  readonly theme: Theme;
  readonly language: Language;
}

/** Told apart by people with any colour vision; the first is the accent of the pages. */
const palettes: Record<Theme, readonly string[]> = {
  light: ["#0b6a8f", "#c4501b", "#4a7a1e", "#8b3f8f", "#a67c00", "#5b6b75", "#1f9e89", "#c2185b"],
  dark: ["#63bfe2", "#f2935c", "#9ccc65", "#d79be0", "#e8c15a", "#a3b0b8", "#5fd3bd", "#f48fb1"],
};
const inks: Record<
  Theme,
  { readonly ink: string; readonly muted: string; readonly line: string; readonly land: string }
> = {
  light: { ink: "#1a2228", muted: "#56626b", line: "#dde3e7", land: "#e9edf0" },
  dark: { ink: "#e7ecef", muted: "#a3b0b8", line: "#2c373e", land: "#253038" },
};

/** From little to much, of one hue: darker is more on a light page, brighter on a dark one. */
const ramps: Record<Theme, readonly string[]> = {
  light: ["#cfe3ec", "#7db4cc", "#2f86aa", "#0a4a65"],
  dark: ["#24404d", "#2f6f8a", "#5aaed0", "#b5e3f5"],
};

export function inkOf(theme: Theme) {
  return { ...inks[theme], accent: palettes[theme][0] ?? "" };
}

/** How every picture looks: plain axes, system fonts, one accent colour. */
export function pictureConfig(theme: Theme): Config {
  const { ink, muted, line, accent } = inkOf(theme);
  return {
    background: "transparent",
    font: "system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, sans-serif",
    // The picture as a whole has a description, and its figures are a table beside it.
    aria: false,
    view: { stroke: null },
    mark: { color: accent, aria: false },
    range: { category: [...palettes[theme]], ramp: [...ramps[theme]], heatmap: [...ramps[theme]] },
    axis: {
      labelColor: muted,
      titleColor: muted,
      titleFontWeight: 500,
      labelFontSize: 12,
      titleFontSize: 12,
      gridColor: line,
      domainColor: line,
      tickColor: line,
    },
    axisX: { grid: false },
    legend: {
      labelColor: ink,
      titleColor: muted,
      orient: "bottom",
      labelFontSize: 12,
      columns: { signal: "ceil(width / 160)" },
      symbolType: "circle",
      gradientLength: 180,
    },
    padding: { left: 16, right: 16, top: 8, bottom: 8 },
  };
}
