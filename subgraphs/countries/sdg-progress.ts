import { toValue, type Value } from "../kit/graphql/values.ts";
import { assess, type Point, pointsOf, targetYear } from "./progress.ts";
import { type ProgressTarget, targetOf } from "./progress-targets.ts";
import type { CatalogueIndicator, CountryRecord, SdgIndicatorRecord } from "./records.ts";
import type { SeriesRecord } from "./series.ts";
import type { SdgProgress } from "./types/progress.ts";

/** A progress with the series it was chosen from, which its `series` field answers. */
export type SdgProgressRecord = Omit<SdgProgress, "indicator"> & {
  readonly indicator: SdgIndicatorRecord;
  readonly allSeries: readonly SeriesRecord[];
};

/** How a country does on one SDG indicator, from every series that measures it; undefined when none has a figure. */
export function sdgProgressOf(
  indicator: SdgIndicatorRecord,
  country: CountryRecord,
  allSeries: readonly SeriesRecord[],
): SdgProgressRecord | undefined {
  const withFigures = allSeries.filter(({ latest }) => latest !== null);
  if (withFigures.length === 0) return undefined;
  const observations = withFigures.flatMap(({ latest }) => latest ?? []);
  const chosen = choose(withFigures);
  const spread = spreadOf(observations, chosen?.indicator.unit);
  const shared = { indicator, allSeries: withFigures, observations, spread };
  if (!chosen) return { ...shared, ...nothing, note: withoutStatus(withFigures) };
  return { ...shared, ...progressOf(chosen, targetOf(indicator.code, country.groups.isLdc ?? false)) };
}

/** National definitions change from country to country: a status computed from them would not compare. */
function withoutStatus(series: readonly SeriesRecord[]): string {
  return series.every(({ indicator }) => indicator?.country)
    ? "Only the national platform has figures, and the status is computed from international series."
    : "No series of it has a direction that is better.";
}

const nothing = {
  baseline: null,
  latest: null,
  annualRate: null,
  requiredRate: null,
  ratio: null,
  projected2030: null,
  target: null,
  status: "NO_DATA",
  method: null,
} as const;

interface Chosen {
  readonly series: SeriesRecord;
  readonly indicator: CatalogueIndicator;
  readonly direction: 1 | -1;
}

/** The series with the newest figure among those where one direction is better; of equally new ones the first of the catalogue. */
function choose(allSeries: readonly SeriesRecord[]): Chosen | undefined {
  const candidates = allSeries.flatMap((series): Chosen[] => {
    const { indicator } = series;
    return indicator?.direction ? [{ series, indicator, direction: indicator.direction }] : [];
  });
  return candidates.sort((a, b) => (b.series.latest?.year ?? 0) - (a.series.latest?.year ?? 0))[0];
}

function progressOf({ series, indicator, direction }: Chosen, target: ProgressTarget | undefined) {
  const figures = series.values.flatMap(({ year, value }): Point[] =>
    year !== null && value !== null ? [{ year, value }] : [],
  );
  const points = pointsOf(figures);
  const latest = series.latest;
  if (!points || !latest) return { ...nothing, latest, note: "Fewer than two figures since 2015, or none since 2018." };
  const level = target?.kind === "fraction" ? target.fraction * points.baseline.value : target?.value;
  const isShare = isShareOfWhole(indicator.unit) && figures.every(({ value }) => value <= 100);
  const { projected2030, note, ...rates } = assess({ ...points, target: level, direction, isShare });
  const made = { unit: indicator.unit, provenance: latest.provenance, year: targetYear };
  return {
    ...rates,
    baseline: series.values.find(({ year }) => year === points.baseline.year) ?? null,
    latest,
    projected2030:
      projected2030 === null
        ? null
        : toValue({
            ...made,
            value: projected2030,
            nature: "PROJECTED",
            note: "The observed rate since the baseline, carried on.",
          }),
    target:
      target && level !== undefined
        ? toValue({
            ...made,
            value: level,
            nature: "DERIVED",
            note: `From the text of the SDG target: ${target.note}.`,
          })
        : null,
    note: [`Computed from ${indicator.id}.`, note, censored(series.values)].filter(Boolean).join(" "),
  };
}

function censored(values: readonly Value[]): string | null {
  const bound = values.some(({ qualifier, value }) => qualifier !== null && value !== null);
  return bound ? "Figures given as a bound count as that bound." : null;
}

/** Shares of people, households or land cannot leave 0 to 100; shares of GDP and growth rates can. */
function isShareOfWhole(unit: string): boolean {
  return unit.startsWith("%") && !/GDP|GNI|annual|growth|export|import|revenue|gross|net enrol/i.test(unit);
}

/** @param unit of the figures to compare; without one all must share theirs */
function spreadOf(observations: readonly Value[], unit: string | undefined): number | null {
  const compared = observations.filter((value) => value.unit === (unit ?? observations[0]?.unit));
  if (unit === undefined && compared.length < observations.length) return null;
  const numbers = compared.flatMap(({ value }) => value ?? []);
  if (numbers.length < 2) return null;
  // Rounding only takes away what binary fractions add to the difference.
  return Number((Math.max(...numbers) - Math.min(...numbers)).toPrecision(12));
}
