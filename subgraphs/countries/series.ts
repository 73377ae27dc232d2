import type { Missing } from "../kit/graphql/enums.ts";
import { type SeriesOf, toSeries } from "../kit/graphql/series.ts";
import { toProvenance, toValue, type Value } from "../kit/graphql/values.ts";
import type { Reading } from "../kit/source/source.ts";
import type { CatalogueIndicator, CountryRecord, Observation } from "./records.ts";

export type SeriesRecord = SeriesOf<CatalogueIndicator, CountryRecord>;

interface SeriesParts {
  readonly indicator: CatalogueIndicator;
  readonly country: CountryRecord;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** What a source gave; the reason when it failed; undefined when it has nothing for the key. */
export type SeriesReading = Reading<readonly Observation[]> | Missing | undefined;

/** The series of a reading within a range of years; without a reading it says why, or that the source does not cover it. */
export function seriesOf(parts: SeriesParts, read: SeriesReading): SeriesRecord {
  const { indicator, country } = parts;
  const reading = typeof read === "string" ? undefined : read;
  const elsewhere =
    indicator.table === null ? "Another part of the graph answers the figures of this indicator." : null;
  return toSeries(
    { indicator, country, values: reading ? valuesOf(parts, reading) : [], note: elsewhere },
    typeof read === "string" ? read : reading ? "NOT_REPORTED" : "NOT_COVERED",
  );
}

/** The observations of a reading within a range of years, as values. */
export function valuesOf(
  { indicator, from = -Infinity, to = Infinity }: SeriesParts,
  reading: Reading<readonly Observation[]>,
): Value[] {
  const provenance = toProvenance(reading);
  return reading.data
    .filter(({ year }) => year >= from && year <= to)
    .map(({ year, value, qualifier, nature, note }) =>
      toValue({
        year,
        value,
        qualifier,
        note,
        missing: value === null && qualifier === null ? "NOT_REPORTED" : null,
        unit: indicator.unit,
        nature: nature ?? indicator.nature,
        provenance,
      }),
    );
}

/** What each of several releases says of one year; one without a figure says that it was not reported. */
export function valuesOfYear(
  year: number,
  parts: Pick<SeriesParts, "indicator" | "country">,
  releases: readonly Reading<readonly Observation[]>[],
): Value[] {
  const { unit, nature } = parts.indicator;
  return releases.map((release) => {
    const [value] = valuesOf({ ...parts, from: year, to: year }, release);
    return (
      value ?? toValue({ year, value: null, missing: "NOT_REPORTED", unit, nature, provenance: toProvenance(release) })
    );
  });
}

/** The figures of a series that are not missing, by year. */
export function figuresByYear({ values }: Pick<SeriesRecord, "values">): Map<number, Value> {
  return new Map(values.flatMap((value) => (value.year !== null && value.value !== null ? [[value.year, value]] : [])));
}
