/**
 * Open-Meteo archive: daily temperature and precipitation of ERA5 since 1940, five days late.
 * https://open-meteo.com/en/docs/historical-weather-api
 */
import { groupBy } from "../../kit/group-by.ts";
import { gather } from "../../kit/source/gather.ts";
import type { Reading, Source } from "../../kit/source/source.ts";
import type { Upstream } from "../../kit/source/upstream.ts";
import { type Place, readPlaces } from "./open-meteo.ts";

export interface ClimateKey extends Place {
  readonly from: string;
  readonly to: string;
}

export interface ClimateDay {
  readonly date: string;
  readonly meanTemperatureC: number | null;
  readonly precipitationMm: number | null;
}

const dayMs = 86_400_000;

export interface OpenMeteoArchiveDeps {
  readonly upstream: Upstream;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

export function createOpenMeteoArchive({
  upstream,
  clock,
}: OpenMeteoArchiveDeps): Source<ClimateKey, readonly ClimateDay[]> {
  async function read(keys: readonly ClimateKey[], from: string, to: string, signal?: AbortSignal) {
    const series = await readPlaces(keys, {
      upstream,
      path: "/archive",
      step: "daily",
      variables: ["temperature_2m_mean", "precipitation_sum"],
      days: (Date.parse(to) - Date.parse(from)) / dayMs + 1,
      query: { start_date: from, end_date: to },
      signal,
    });
    const readings = new Map<ClimateKey, Reading<readonly ClimateDay[]>>();
    const retrievedAt = new Date(clock()).toISOString();
    for (const [i, key] of keys.entries()) {
      const { times = [], columns } = series[i] ?? {};
      const data = times.map((date, day) => ({
        date,
        meanTemperatureC: columns?.get("temperature_2m_mean")?.[day] ?? null,
        precipitationMm: columns?.get("precipitation_sum")?.[day] ?? null,
      }));
      readings.set(key, { data, source: upstream.id, freshness: "LIVE", retrievedAt, vintage: null });
    }
    return readings;
  }
  return {
    id: upstream.id,
    fetch(keys, signal) {
      const spans = groupBy(keys, ({ from, to }) => `${from}/${to}`);
      return gather(
        [...spans].map(([span, ofSpan]) => {
          const [from = "", to = ""] = span.split("/");
          return { keys: ofSpan, read: () => read(ofSpan, from, to, signal) };
        }),
      );
    },
  };
}
