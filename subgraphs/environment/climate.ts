import { GraphError } from "../kit/errors.ts";
import { type Provenance, toProvenance, toValue, type Value } from "../kit/graphql/values.ts";
import { groupBy } from "../kit/group-by.ts";
import { dayAfter, type Span, type SpanAsked, toSpan } from "./days.ts";
import type { Loaders } from "./loaders.ts";
import { capitalOf } from "./places.ts";
import type { ClimateDay } from "./sources/open-meteo-archive.ts";

const firstDay = "1940-01-01";
const daysLate = 6;
const usualDays = 365;
/** As long as the period of a climate normal: longer ones use up too much of what the publisher allows. */
const mostYears = 30;

/**
 * Mean temperature and precipitation of each month at the capital.
 *
 * @param country one of the six
 * @throws SourceError, or GraphError INVALID_RANGE
 */
export async function climateAsked(loaders: Loaders, country: string, asked: SpanAsked): Promise<Value[]> {
  const place = capitalOf(country);
  if (!place) return [];
  const { name, latitude, longitude } = place;
  const reading = await loaders.climate.load({ latitude, longitude, ...toMonths(asked, loaders.today()) });
  if (!reading) return [];
  const provenance = toProvenance(reading);
  const months = groupBy(reading.data, ({ date }) => date.slice(0, 7));
  return [...months].flatMap(([month, days]) => toMonthValues(month, days, name, provenance));
}

/** Whole months, as far as the archive reaches. */
export function toMonths(asked: SpanAsked, today: string): Span {
  const newest = dayAfter(today, -daysLate);
  const { from, to } = toSpan(asked, newest, usualDays);
  if (from < firstDay || from > newest) {
    throw new GraphError("INVALID_RANGE", `ERA5 has the days from ${firstDay} to ${newest}; from is ${from}.`);
  }
  const end = endOfMonth(to);
  const isOver = end <= newest;
  if (Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > mostYears) {
    throw new GraphError("INVALID_RANGE", `${from} to ${to} is too long: ask for ${mostYears} years at a time.`);
  }
  return { from: `${from.slice(0, 7)}-01`, to: isOver ? end : newest };
}

function endOfMonth(day: string): string {
  return new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).toISOString().slice(0, 10);
}

/** A month of which a day is missing has no figure: half a month's rain would pass for a dry month. */
function toMonthValues(month: string, days: readonly ClimateDay[], place: string, provenance: Provenance): Value[] {
  const whole = days.length === Number(endOfMonth(`${month}-01`).slice(8));
  const temperatures = days.flatMap(({ meanTemperatureC }) => meanTemperatureC ?? []);
  const amounts = days.flatMap(({ precipitationMm }) => precipitationMm ?? []);
  const of = (values: readonly number[], result: (sum: number) => number) =>
    whole && values.length === days.length
      ? { value: round(result(values.reduce((a, b) => a + b, 0))), missing: null }
      : { value: null, missing: "GAPS" as const };
  const common = { period: month, nature: "MODELLED" as const, provenance };
  return [
    {
      ...common,
      ...of(temperatures, (sum) => sum / temperatures.length),
      unit: "°C",
      note: `Mean temperature of the month at ${place}, 2 m above ground`,
    },
    { ...common, ...of(amounts, (sum) => sum), unit: "mm", note: `Precipitation of the month at ${place}` },
  ].map(toValue);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
