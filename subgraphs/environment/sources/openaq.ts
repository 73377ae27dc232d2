/**
 * OpenAQ v3, stations that measure fine particles: terms by provider, key required.
 * https://docs.openaq.org
 *
 * `found` can be the text ">1000"; the newest values carry only the number of a sensor; embassies appear twice under
 * two providers; wrong names of filters are ignored, so that the country is checked here once more.
 */
import { z } from "zod";
import { json } from "../../kit/source/json.ts";
import { type LiveDeps, liveReading } from "../../kit/source/live-reading.ts";
import { oneByOne } from "../../kit/source/one-by-one.ts";
import { readFullPages } from "../../kit/source/pages.ts";
import type { Source } from "../../kit/source/source.ts";

export interface StationRecord {
  readonly id: string;
  readonly name: string;
  readonly provider: string | null;
  readonly isReferenceMonitor: boolean;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Instant of its newest measurement of anything. */
  readonly lastAt: string | null;
  /** Number of its sensor of fine particles in µg/m3. */
  readonly sensor: number | null;
}

const fineParticles = 2;
const pageSize = 1_000;
const mostPages = 10;

const location = z.object({
  id: z.number().int(),
  name: z.string().nullish(),
  country: z.object({ code: z.string() }),
  provider: z.object({ name: z.string() }).nullish(),
  isMonitor: z.boolean(),
  coordinates: z.object({ latitude: z.number().nullable(), longitude: z.number().nullable() }).nullish(),
  datetimeLast: z.object({ utc: z.string() }).nullish(),
  sensors: z.array(z.object({ id: z.number().int(), parameter: z.object({ id: z.number().int() }) })).nullish(),
});
const page = z.object({ results: z.array(location) });

/** Stations by alpha-2 code of the country, each place and name once. */
export function createOpenAq(deps: LiveDeps): Source<string, readonly StationRecord[]> {
  const { upstream } = deps;
  return oneByOne(upstream.id, async (iso, signal) => {
    const found = await readFullPages({ source: upstream.id, mostPages, pageSize }, async (number) => {
      const { results } = await upstream.get({
        path: "/locations",
        query: { iso, parameters_id: fineParticles, limit: pageSize, page: number },
        parse: json(page),
        signal,
      });
      return results;
    });
    const own = found.filter(({ country }) => country.code === iso);
    return liveReading(deps, distinct(own.map(toStation)));
  });
}

function toStation({
  id,
  name,
  provider,
  isMonitor,
  coordinates,
  datetimeLast,
  sensors,
}: z.infer<typeof location>): StationRecord {
  return {
    id: String(id),
    name: name || `Station ${id}`,
    provider: provider?.name ?? null,
    isReferenceMonitor: isMonitor,
    latitude: coordinates?.latitude ?? null,
    longitude: coordinates?.longitude ?? null,
    lastAt: datetimeLast?.utc ?? null,
    sensor: sensors?.find(({ parameter }) => parameter.id === fineParticles)?.id ?? null,
  };
}

/** Of stations with one name the one that measured last. */
function distinct(stations: readonly StationRecord[]): StationRecord[] {
  const byName = new Map<string, StationRecord>();
  for (const station of stations) {
    const other = byName.get(station.name);
    if (!other || (station.lastAt ?? "") > (other.lastAt ?? "")) byName.set(station.name, station);
  }
  return [...byName.values()];
}
