/**
 * Open-Meteo air quality: particles of CAMS global on a grid of 0.4 degrees, modelled, the last seven days.
 * https://open-meteo.com/en/docs/air-quality-api
 */
import type { LiveDeps } from "../../kit/source/live-reading.ts";
import type { Source } from "../../kit/source/source.ts";
import { meanOf, type Place, type PlaceSeries, type PlacesQuestion, readPlaces } from "./open-meteo.ts";

/** Means of the hours of a day, in micrograms per cubic metre. */
export interface ModelledAirDay {
  readonly date: string;
  readonly pm25UgM3: number | null;
  readonly pm10UgM3: number | null;
}

const pastDays = 7;

export function createOpenMeteoAir(deps: LiveDeps): Source<Place, readonly ModelledAirDay[]> {
  return {
    id: deps.upstream.id,
    fetch(keys, signal) {
      const question: PlacesQuestion = {
        path: "/air-quality",
        step: "hourly",
        variables: ["pm2_5", "pm10"],
        days: pastDays + 1,
        query: { past_days: pastDays, forecast_days: 1 },
        signal,
      };
      return readPlaces(deps, keys, question, toAirDays);
    },
  };
}

function toAirDays({ times, columns }: PlaceSeries): ModelledAirDay[] | undefined {
  const dates = [...new Set(times.map((time) => time.slice(0, 10)))];
  const meanOn = (date: string, name: string) =>
    meanOf((columns.get(name) ?? []).filter((_, hour) => times[hour]?.startsWith(date)));
  const days = dates
    .map((date) => ({ date, pm25UgM3: meanOn(date, "pm2_5"), pm10UgM3: meanOn(date, "pm10") }))
    .filter(({ pm25UgM3, pm10UgM3 }) => pm25UgM3 !== null || pm10UgM3 !== null);
  return days.length > 0 ? days : undefined;
}
