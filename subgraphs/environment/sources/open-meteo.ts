/**
 * What the services of Open-Meteo have in common: CC BY 4.0 with a link to open-meteo.com, free for non-commercial use,
 * no key. https://open-meteo.com
 *
 * Several places go in one call, but each counts by itself, and more for long series. One place is answered with an
 * object, several with a list in their order. A known variable that the place cannot have comes as empty values with
 * the unit "undefined".
 */
import { z } from "zod";
import { SourceMalformed } from "../../kit/source/errors.ts";
import { json } from "../../kit/source/json.ts";
import { type LiveDeps, liveReading } from "../../kit/source/live-reading.ts";
import type { Reading } from "../../kit/source/source.ts";

export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

/** The columns of one place, at the cell of the model that stands for it. */
export interface PlaceSeries extends Place {
  readonly times: readonly string[];
  readonly columns: ReadonlyMap<string, readonly (number | null)[]>;
  readonly units: ReadonlyMap<string, string>;
}

export interface PlacesQuestion {
  readonly path: string;
  /** Name of the block of columns. */
  readonly step: "daily" | "hourly";
  readonly variables: readonly string[];
  /** Length of the series asked for. */
  readonly days: number;
  readonly query: Readonly<Record<string, string | number>>;
  readonly signal?: AbortSignal | undefined;
}

/** The most that one call may cost: half of what a minute allows. */
const heaviest = 300;
const mostPlaces = 100;

const place = z.object({
  latitude: z.number(),
  longitude: z.number(),
  daily: z.record(z.string(), z.array(z.union([z.string(), z.number()]).nullable())).optional(),
  hourly: z.record(z.string(), z.array(z.union([z.string(), z.number()]).nullable())).optional(),
  daily_units: z.record(z.string(), z.string()).optional(),
  hourly_units: z.record(z.string(), z.string()).optional(),
});
const answerShape = z.union([place.transform((one) => [one]), z.array(place)]);

/** Cost of one place: a call for every ten variables, and for every two weeks. */
export function weightOf(variables: number, days: number): number {
  return Math.max(1, variables / 10, (days / 14) * (variables / 10));
}

/** A reading of each place, made of its series. @param toData undefined where the place has nothing */
export async function readPlaces<Key extends Place, T>(
  deps: LiveDeps,
  places: readonly Key[],
  question: PlacesQuestion,
  toData: (series: PlaceSeries, place: Key) => T | undefined,
): Promise<Map<Key, Reading<T>>> {
  const series = await seriesOf(deps, places, question);
  return new Map(
    places.flatMap((place, i): [Key, Reading<T>][] => {
      const data = series[i] && toData(series[i], place);
      return data === undefined ? [] : [[place, liveReading(deps, data)]];
    }),
  );
}

/** One series for each place, in their order. */
async function seriesOf(
  { upstream }: LiveDeps,
  places: readonly Place[],
  { path, step, variables, days, query, signal }: PlacesQuestion,
): Promise<PlaceSeries[]> {
  const weight = weightOf(variables.length, days);
  const atOnce = Math.max(1, Math.min(mostPlaces, Math.floor(heaviest / weight)));
  const series: PlaceSeries[] = [];
  for (let start = 0; start < places.length; start += atOnce) {
    const some = places.slice(start, start + atOnce);
    const found = await upstream.get({
      path,
      query: {
        latitude: some.map(({ latitude }) => latitude).join(","),
        longitude: some.map(({ longitude }) => longitude).join(","),
        [step]: variables.join(","),
        timezone: "UTC",
        ...query,
      },
      weight: weight * some.length,
      parse: json(answerShape),
      signal,
    });
    if (found.length !== some.length) {
      throw new SourceMalformed(upstream.id, `answers for ${found.length} places instead of ${some.length}`);
    }
    series.push(...found.map((each) => toSeries(each, step, variables)));
  }
  return series;
}

/** Null where no value is known. */
export function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) / known.length : null;
}

function toSeries(found: z.infer<typeof place>, step: "daily" | "hourly", variables: readonly string[]): PlaceSeries {
  const block = found[step] ?? {};
  const units = found[`${step}_units`] ?? {};
  const times = (block["time"] ?? []).map(String);
  const columns = variables.map((name): [string, (number | null)[]] => {
    const usable = units[name] !== "undefined";
    return [name, times.map((_, i) => (usable && typeof block[name]?.[i] === "number" ? block[name][i] : null))];
  });
  const { latitude, longitude } = found;
  return { latitude, longitude, times, columns: new Map(columns), units: new Map(Object.entries(units)) };
}
