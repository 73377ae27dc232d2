/**
 * USGS earthquake catalogue, FDSN event service: public domain, no key.
 * https://earthquake.usgs.gov/fdsnws/event/1/
 *
 * Too large a question is refused as plain text; times are milliseconds; an event's id can change between revisions, and
 * `ids` lists all it had, wrapped in commas. Places have no country code.
 */
import { z } from "zod";
import { SourceTruncated } from "../../kit/source/errors.ts";
import { json } from "../../kit/source/json.ts";
import { type LiveDeps, liveReading } from "../../kit/source/live-reading.ts";
import { oneByOne } from "../../kit/source/one-by-one.ts";
import type { Source } from "../../kit/source/source.ts";
import { dayAfter } from "../days.ts";

/** Earthquakes of the region between two days. */
export interface QuakeKey {
  readonly from: string;
  /** Its own events included. */
  readonly to: string;
  readonly minMagnitude: number;
}

export interface QuakeRecord {
  readonly id: string;
  readonly earlierIds: readonly string[];
  readonly time: string;
  readonly magnitude: number | null;
  readonly depthKm: number | null;
  readonly latitude: number;
  readonly longitude: number;
  readonly place: string | null;
}

const region = { minlatitude: 29, maxlatitude: 56, minlongitude: 46, maxlongitude: 88 };
const mostEvents = 20_000;

const feature = z.object({
  id: z.string(),
  properties: z.object({
    mag: z.number().nullable(),
    place: z.string().nullable(),
    time: z.number(),
    ids: z.string().nullish(),
    type: z.string(),
  }),
  geometry: z.object({ coordinates: z.tuple([z.number(), z.number(), z.number().nullable()]) }),
});
const collection = z.object({ type: z.literal("FeatureCollection"), features: z.array(feature) });

export function createUsgs(deps: LiveDeps): Source<QuakeKey, readonly QuakeRecord[]> {
  const { upstream } = deps;
  return oneByOne(upstream.id, async (key, signal) => {
    const data = await upstream.get({
      path: "/query",
      query: {
        format: "geojson",
        starttime: key.from,
        endtime: dayAfter(key.to, 1),
        minmagnitude: key.minMagnitude,
        ...region,
        limit: mostEvents,
        orderby: "time",
      },
      accepts: [204],
      parse(answer) {
        const features = answer.status === 204 ? [] : json(collection)(answer).features;
        if (features.length >= mostEvents) {
          throw new SourceTruncated(upstream.id, `gives at most ${mostEvents} events at once`);
        }
        return toQuakes(features);
      },
      signal,
    });
    return liveReading(deps, data);
  });
}

/** Earthquakes alone: the catalogue also holds explosions and quarry blasts. */
function toQuakes(features: readonly z.infer<typeof feature>[]): QuakeRecord[] {
  return features
    .filter(({ properties }) => properties.type === "earthquake")
    .map(({ id, properties: { mag, place, time, ids }, geometry: { coordinates } }) => ({
      id,
      earlierIds: (ids ?? "").split(",").filter((each) => each !== "" && each !== id),
      time: new Date(time).toISOString(),
      magnitude: mag,
      depthKm: coordinates[2],
      latitude: coordinates[1],
      longitude: coordinates[0],
      place,
    }));
}
