/**
 * Open-Meteo air quality: particles of CAMS global on a grid of 0.4 degrees, modelled, the last seven days.
 * https://open-meteo.com/en/docs/air-quality-api
 */
import type { Reading, Source } from "../../kit/source/source.ts";
import type { Upstream } from "../../kit/source/upstream.ts";
import { type Place, readPlaces } from "./open-meteo.ts";

/** Means of the hours of a day, in micrograms per cubic metre. */
export interface ModelledAirDay {
  readonly date: string;
  readonly pm25UgM3: number | null;
  readonly pm10UgM3: number | null;
}

const pastDays = 7;

export interface OpenMeteoAirDeps {
  readonly upstream: Upstream;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

export function createOpenMeteoAir({ upstream, clock }: OpenMeteoAirDeps): Source<Place, readonly ModelledAirDay[]> {
  return {
    id: upstream.id,
    async fetch(keys, signal) {
      const series = await readPlaces(keys, {
        upstream,
        path: "/air-quality",
        step: "hourly",
        variables: ["pm2_5", "pm10"],
        days: pastDays + 1,
        query: { past_days: pastDays, forecast_days: 1 },
        signal,
      });
      const readings = new Map<Place, Reading<readonly ModelledAirDay[]>>();
      const retrievedAt = new Date(clock()).toISOString();
      for (const [i, key] of keys.entries()) {
        const { times = [], columns } = series[i] ?? {};
        const dates = [...new Set(times.map((time) => time.slice(0, 10)))];
        const meanOf = (name: string, date: string) =>
          mean((columns?.get(name) ?? []).filter((_, hour) => times[hour]?.startsWith(date)));
        const data = dates
          .map((date) => ({ date, pm25UgM3: meanOf("pm2_5", date), pm10UgM3: meanOf("pm10", date) }))
          .filter(({ pm25UgM3, pm10UgM3 }) => pm25UgM3 !== null || pm10UgM3 !== null);
        if (data.length === 0) continue;
        readings.set(key, { data, source: upstream.id, freshness: "LIVE", retrievedAt, vintage: null });
      }
      return readings;
    },
  };
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) / known.length : null;
}
