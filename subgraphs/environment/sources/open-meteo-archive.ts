/**
 * Open-Meteo archive: daily temperature and precipitation of ERA5 since 1940, five days late.
 * https://open-meteo.com/en/docs/historical-weather-api
 */
import { groupBy } from "../../kit/group-by.ts";
import { gather } from "../../kit/source/gather.ts";
import type { LiveDeps } from "../../kit/source/live-reading.ts";
import type { Source } from "../../kit/source/source.ts";
import { type Place, type PlaceSeries, type PlacesQuestion, readPlaces } from "./open-meteo.ts";

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

export function createOpenMeteoArchive(deps: LiveDeps): Source<ClimateKey, readonly ClimateDay[]> {
  function read(keys: readonly ClimateKey[], from: string, to: string, signal?: AbortSignal) {
    const question: PlacesQuestion = {
      path: "/archive",
      step: "daily",
      variables: ["temperature_2m_mean", "precipitation_sum"],
      days: (Date.parse(to) - Date.parse(from)) / dayMs + 1,
      query: { start_date: from, end_date: to },
      signal,
    };
    return readPlaces(deps, keys, question, toClimateDays);
  }
  return {
    id: deps.upstream.id,
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

function toClimateDays({ times, columns }: PlaceSeries): ClimateDay[] {
  return times.map((date, day) => ({
    date,
    meanTemperatureC: columns.get("temperature_2m_mean")?.[day] ?? null,
    precipitationMm: columns.get("precipitation_sum")?.[day] ?? null,
  }));
}
