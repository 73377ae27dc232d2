import { toValue, type Value } from "../kit/graphql/values.ts";
import { figuresByYear, type SeriesRecord } from "./series.ts";

/**
 * The mean of a group of countries, year by year: plain, or weighted by population. A year for which one of them has
 * no figure, or no weight, has no mean: part of a region never poses as the region.
 *
 * @param weights the population of each country, in the order of `series`; undefined for a plain mean
 */
export function meanOfRegion(series: readonly SeriesRecord[], weights: readonly SeriesRecord[] | undefined): Value[] {
  const tables = series.map(figuresByYear);
  const weightTables = weights?.map(figuresByYear);
  const years = [...new Set(tables.flatMap((figures) => [...figures.keys()]))].sort((a, b) => a - b);
  return years.flatMap((year) => {
    const figures = tables.map((table) => table.get(year));
    const shares = weightTables ? weightTables.map((table) => table.get(year)?.value ?? null) : tables.map(() => 1);
    const lacking = series.flatMap(({ country }, i) => (figures[i] && shares[i] !== null ? [] : [country?.code ?? ""]));
    const sample = figures.find((figure) => figure !== undefined);
    if (!sample) return [];
    const { unit, provenance } = sample;
    const shared = { year, unit, provenance, nature: "DERIVED" } as const;
    if (lacking.length > 0) {
      return [toValue({ ...shared, value: null, missing: "GAPS", note: `No figure for ${lacking.join(", ")}.` })];
    }
    const note = `Mean of ${series.length} countries, ${weights ? "weighted by population" : "unweighted"}.`;
    return [toValue({ ...shared, value: weightedMean(figures, shares), note })];
  });
}

function weightedMean(figures: readonly (Value | undefined)[], shares: readonly (number | null)[]): number {
  let sum = 0;
  let weight = 0;
  for (const [i, figure] of figures.entries()) {
    const share = shares[i] ?? 0;
    sum += (figure?.value ?? 0) * share;
    weight += share;
  }
  return sum / weight;
}
