/**
 * Open-Meteo flood: river discharge of GloFAS v4 on a grid of 0.05 degrees, from 31 days ago to 30 days ahead.
 * https://open-meteo.com/en/docs/flood-api
 *
 * A cell beside the river answers with next to nothing and status 200: a place whose mean is far below the norm of its
 * gauge is flagged, not corrected.
 */
import type { Reading, Source } from "../../kit/source/source.ts";
import type { Upstream } from "../../kit/source/upstream.ts";
import { type Place, readPlaces } from "./open-meteo.ts";

export interface DischargeKey extends Place {
  /** Mean discharge of the record at the gauge, m3/s; null where none is known. */
  readonly normM3s: number | null;
}

export interface ModelledDischarge {
  readonly snappedLatitude: number;
  readonly snappedLongitude: number;
  /** Whether the cell is most likely not the river's. */
  readonly isOffChannel: boolean;
  readonly days: readonly { readonly date: string; readonly dischargeM3s: number | null }[];
}

const pastDays = 31;
const forecastDays = 30;
/** Below this part of the norm no dry year goes. */
const offChannelShare = 0.05;

export interface OpenMeteoFloodDeps {
  readonly upstream: Upstream;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

export function createOpenMeteoFlood({ upstream, clock }: OpenMeteoFloodDeps): Source<DischargeKey, ModelledDischarge> {
  return {
    id: upstream.id,
    async fetch(keys, signal) {
      const series = await readPlaces(keys, {
        upstream,
        path: "/flood",
        step: "daily",
        variables: ["river_discharge"],
        days: pastDays + forecastDays,
        query: { past_days: pastDays, forecast_days: forecastDays },
        signal,
      });
      const readings = new Map<DischargeKey, Reading<ModelledDischarge>>();
      const retrievedAt = new Date(clock()).toISOString();
      for (const [i, key] of keys.entries()) {
        const found = series[i];
        const column = found?.columns.get("river_discharge");
        if (!found || !column?.some((value) => value !== null)) continue;
        const data = {
          snappedLatitude: found.latitude,
          snappedLongitude: found.longitude,
          isOffChannel: isOffChannel(column, key.normM3s),
          days: found.times.map((date, day) => ({ date, dischargeM3s: column[day] ?? null })),
        };
        readings.set(key, { data, source: upstream.id, freshness: "LIVE", retrievedAt, vintage: null });
      }
      return readings;
    },
  };
}

export function isOffChannel(discharge: readonly (number | null)[], normM3s: number | null): boolean {
  const known = discharge.filter((value) => value !== null);
  if (normM3s === null || known.length === 0) return false;
  return known.reduce((sum, value) => sum + value, 0) / known.length < normM3s * offChannelShare;
}
