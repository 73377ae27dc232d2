/**
 * Open-Meteo flood: river discharge of GloFAS v4 on a grid of 0.05 degrees, from 31 days ago to 30 days ahead.
 * https://open-meteo.com/en/docs/flood-api
 *
 * A cell beside the river answers with next to nothing and status 200: a place whose mean is far below the norm of its
 * gauge is flagged, not corrected.
 */
import type { LiveDeps } from "../../kit/source/live-reading.ts";
import type { Source } from "../../kit/source/source.ts";
import { meanOf, type Place, type PlaceSeries, type PlacesQuestion, readPlaces } from "./open-meteo.ts";

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

export function createOpenMeteoFlood(deps: LiveDeps): Source<DischargeKey, ModelledDischarge> {
  return {
    id: deps.upstream.id,
    fetch(keys, signal) {
      const question: PlacesQuestion = {
        path: "/flood",
        step: "daily",
        variables: ["river_discharge"],
        days: pastDays + forecastDays,
        query: { past_days: pastDays, forecast_days: forecastDays },
        signal,
      };
      return readPlaces(deps, keys, question, toDischarge);
    },
  };
}

function toDischarge(
  { latitude, longitude, times, columns }: PlaceSeries,
  { normM3s }: DischargeKey,
): ModelledDischarge | undefined {
  const column = columns.get("river_discharge");
  if (!column?.some((value) => value !== null)) return undefined;
  return {
    snappedLatitude: latitude,
    snappedLongitude: longitude,
    isOffChannel: isOffChannel(column, normM3s),
    days: times.map((date, day) => ({ date, dischargeM3s: column[day] ?? null })),
  };
}

export function isOffChannel(discharge: readonly (number | null)[], normM3s: number | null): boolean {
  const mean = meanOf(discharge);
  return normM3s !== null && mean !== null && mean < normM3s * offChannelShare;
}
