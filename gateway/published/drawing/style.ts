import { type PageLanguage, words } from "../words.ts";

/** How much room a picture has: a column of a page, or the screen of a phone. */
export const sizes = ["wide", "narrow"] as const;
export type Size = (typeof sizes)[number];

export const roomOf: Readonly<
  Record<Size, { readonly width: number; readonly height: number; readonly label: number }>
> = {
  wide: { width: 640, height: 340, label: 380 },
  narrow: { width: 250, height: 240, label: 120 },
};

/** Colours that colour-blind readers can tell apart (after Okabe and Ito). */
export const palette = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#999933"];

export const quiet = "#555";
export const line = "#e5e5e5";

/** What all pictures share. */
export function configOf(language: PageLanguage, size: Size): object {
  return {
    font: "sans-serif",
    lineBreak: "\n",
    title: { fontSize: size === "wide" ? 17 : 15, subtitleFontSize: 12, subtitleColor: quiet, offset: 14 },
    axis: {
      labelFontSize: 11,
      titleFontSize: 12,
      titleFontWeight: "normal",
      gridColor: line,
      labelLimit: roomOf[size].label,
      labelSeparation: 6,
      labelFlush: false,
    },
    legend: {
      labelFontSize: 12,
      titleFontWeight: "normal",
      orient: size === "wide" ? "right" : "bottom",
      columns: size === "wide" ? 1 : 2,
      symbolStrokeWidth: 3,
      labelLimit: size === "wide" ? 200 : 110,
    },
    view: { stroke: null },
    ...(language === "ru" && { locale: { number: russianNumbers } }),
  };
}

/** A name over as many lines as it needs. */
export function brokenInLines(name: string, size: Size): string {
  const most = size === "wide" ? 42 : 34;
  return (name.match(new RegExp(`.{1,${most}}(\\s|$)|\\S+`, "g")) ?? []).map((part) => part.trim()).join("\n");
}

/** 20,000,000 as `20 m`: labels stay short whatever the numbers. */
export function magnitudeLabel(language: PageLanguage): string {
  const steps = Object.entries(words[language].magnitudes).sort(([a], [b]) => Number(b) - Number(a));
  return steps.reduceRight(
    (smaller, [size, word]) =>
      `abs(datum.value) >= ${size} ? format(datum.value / ${size}, ',.3~f') + '${word}' : ${smaller}`,
    "format(datum.value, ',.6~f')",
  );
}

const russianNumbers = { decimal: ",", thousands: "\u00a0", grouping: [3], currency: ["", "\u00a0₽"] };
