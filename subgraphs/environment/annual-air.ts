import { toProvenance, toValue, type Value } from "../kit/graphql/values.ts";
import type { Observations } from "./indicator-series.ts";

/** The indicators of fine particles, one a publisher. */
export const airIndicators = ["CIA:PM25", "EN.ATM.PM25.MC.M3", "UNSD:EN_ATM_PM25"];

/** Fine particles by every publisher, side by side: they differ by up to three times and are never merged. */
export function toAirValues(readings: readonly (Observations | undefined)[]): Value[] {
  const values = readings.flatMap((reading) => (reading ? toValues(reading) : []));
  return values.sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
}

function toValues(reading: Observations): Value[] {
  const provenance = toProvenance(reading);
  const note = "Annual mean of particles below 2.5 micrometres over the country";
  return reading.data.map(({ year, value, nature }) =>
    toValue({ year, value, unit: "µg/m3", nature, note, provenance }),
  );
}
