import { GraphError } from "../kit/errors.ts";
import { toProvenance } from "../kit/graphql/values.ts";
import { type SpanAsked, toSpan } from "./days.ts";
import type { Loaders } from "./loaders.ts";
import type { Earthquake } from "./types/earthquake.ts";

export interface QuakesAsked extends SpanAsked {
  readonly minMagnitude: number | undefined;
  /** Alpha-3 code of one of the six, or undefined for the region and its surroundings. */
  readonly country: string | undefined;
}

const usualDays = 30;
/** From here on the catalogue is complete for the region. */
const usualMagnitude = 4;
const strongest = 10;

/**
 * The newest first.
 *
 * @throws SourceError, or GraphError INVALID_RANGE
 */
export async function earthquakesAsked(loaders: Loaders, asked: QuakesAsked): Promise<Earthquake[]> {
  const { country, minMagnitude = usualMagnitude } = asked;
  if (!(minMagnitude >= 0 && minMagnitude <= strongest)) {
    throw new GraphError("INVALID_RANGE", `minMagnitude is ${minMagnitude}; give 0 to ${strongest}.`);
  }
  const span = toSpan(asked, loaders.today(), usualDays);
  // Whole magnitudes are asked for, so that questions that differ by a tenth share an answer.
  const reading = await loaders.earthquakes.load({ ...span, minMagnitude: Math.floor(minMagnitude) });
  if (!reading) return [];
  const provenance = toProvenance(reading);
  return reading.data
    .filter(({ magnitude }) => magnitude !== null && magnitude >= minMagnitude)
    .filter(({ distancesKm }) => country === undefined || distancesKm[country] !== undefined)
    .map(({ id, time, magnitude, depthKm, latitude, longitude, place, country: within, distancesKm }) => ({
      id: `USGS:${id}`,
      time,
      magnitude,
      depthKm,
      latitude,
      longitude,
      place,
      country: within === null ? null : { code: within },
      distanceKm: country === undefined ? null : (distancesKm[country] ?? null),
      provenance,
    }));
}
