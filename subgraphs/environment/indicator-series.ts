import { type SeriesOf, toSeries } from "../kit/graphql/series.ts";
import { toProvenance, toValue, type Value } from "../kit/graphql/values.ts";
import { registeredIndicators } from "../kit/register/indicators.ts";
import type { Reading } from "../kit/source/source.ts";
import type { Observation } from "./records.ts";
import type { Country, Indicator } from "./types/country.ts";

/** Units of the indicators that the countries subgraph describes in its own tables. */
const landUnits = { "UNSD:AG_LND_FRST": "% of land area", "UNSD:AG_LND_DGRD": "% of land area" };
const units = new Map([
  ...registeredIndicators.map(({ id, unit }) => [id, unit] as const),
  ...Object.entries(landUnits),
]);

export type Observations = Reading<readonly Observation[]>;

/** One indicator of one country; without a reading it says that the source does not cover the country. */
export function toIndicatorSeries(
  indicator: string,
  country: string,
  reading: Observations | undefined,
): SeriesOf<Indicator, Country> {
  const unit = units.get(indicator);
  if (unit === undefined) throw new Error(`No unit for ${indicator}`);
  const values = reading ? toValues(reading, unit) : [];
  return toSeries({ indicator: { id: indicator }, country: { code: country }, values }, "NOT_COVERED");
}

function toValues(reading: Observations, unit: string): Value[] {
  const provenance = toProvenance(reading);
  return reading.data.map(({ year, value, nature }) => toValue({ year, value, nature, unit, provenance }));
}
