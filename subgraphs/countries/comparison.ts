import type { Value } from "../kit/graphql/values.ts";
import type { CatalogueIndicator, CountryRecord } from "./records.ts";
import { figuresByYear, type SeriesRecord } from "./series.ts";

export interface ComparisonRecord {
  indicator: CatalogueIndicator;
  years: number[];
  rows: { country: CountryRecord | null; values: (Value | null)[] }[];
}

export interface RankedRecord {
  rank: number;
  country: CountryRecord | null;
  value: Value;
}

/** Puts series of one indicator on common years: those for which at least one of them has a figure. */
export function compareSeries(indicator: CatalogueIndicator, series: readonly SeriesRecord[]): ComparisonRecord {
  const tables = series.map(figuresByYear);
  const years = [...new Set(tables.flatMap((table) => [...table.keys()]))].sort((a, b) => a - b);
  const rows = series.map(({ country }, i) => ({ country, values: years.map((year) => tables[i]?.get(year) ?? null) }));
  return { indicator, years, rows };
}

/** The largest figure first; equal figures share a rank and the next one skips. */
export function rankSeries(series: readonly SeriesRecord[], year: number | undefined): RankedRecord[] {
  const tables = series.map((one) => ({ country: one.country, figures: figuresByYear(one) }));
  const ranked = year ?? newestCommonYear(tables.map(({ figures }) => figures));
  const rows = tables.flatMap(({ country, figures }) => {
    const value = figures.get(ranked);
    return value ? [{ country, value }] : [];
  });
  rows.sort((a, b) => (b.value.value ?? 0) - (a.value.value ?? 0));
  return rows.map((row) => ({ rank: rows.findIndex(({ value }) => value.value === row.value.value) + 1, ...row }));
}

function newestCommonYear(tables: readonly ReadonlyMap<number, Value>[]): number {
  const withFigures = tables.filter((figures) => figures.size > 0);
  const years = new Set(withFigures.flatMap((figures) => [...figures.keys()]));
  const common = [...years].filter(
    (year) => withFigures.filter((figures) => figures.has(year)).length * 2 >= withFigures.length,
  );
  return Math.max(...common);
}
