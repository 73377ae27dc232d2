import { toProvenance, toValue, type Value } from "../kit/graphql/values.ts";
import { missingOf } from "../kit/source/missing.ts";
import type { Loaders } from "./loaders.ts";
import { capitalOf } from "./places.ts";

const unit = "µg/m3";
const pm25 = "particles below 2.5 micrometres";

/** Fine particles of these days, measured and modelled; what cannot be told says why. Nothing outside the region. */
export async function loadCurrentAir(country: string, loaders: Loaders): Promise<Value[]> {
  if (!capitalOf(country)) return [];
  const parts = await Promise.all([measured(country, loaders), modelled(country, loaders)]);
  return parts.flat();
}

async function measured(country: string, { airStations, today }: Loaders): Promise<Value[]> {
  const nature = "MEASURED";
  try {
    const reading = await airStations.load(country);
    if (!reading?.data) return [lacking("OPENAQ", nature, "UPSTREAM_DOWN", today())];
    const provenance = toProvenance(reading);
    if (reading.data.length === 0) {
      return [{ ...lacking("OPENAQ", nature, "NOT_MONITORED", today()), provenance }];
    }
    return reading.data.map(({ station, provider, at, pm25UgM3, isReferenceMonitor }) => {
      const kind = isReferenceMonitor ? "reference monitor" : "low-cost sensor";
      const note = `Newest ${pm25} at one station, ${station}${provider ? ` (${provider})` : ""}, a ${kind}`;
      return toValue({ value: pm25UgM3, period: at, unit, nature, note, provenance });
    });
  } catch (error) {
    return [lacking("OPENAQ", nature, missingOf(error), today())];
  }
}

async function modelled(country: string, { modelledAir, today }: Loaders): Promise<Value[]> {
  const nature = "MODELLED";
  const place = capitalOf(country);
  try {
    const reading = place && (await modelledAir.load(place));
    if (!reading || reading.data.length === 0) return [lacking("OPEN_METEO_AIR", nature, "UPSTREAM_DOWN", today())];
    const provenance = toProvenance(reading);
    const note = `Mean of the day's ${pm25} at ${place.name}, on a grid of 0.4 degrees`;
    return reading.data
      .filter(({ date, pm25UgM3 }) => pm25UgM3 !== null && date < reading.retrievedAt.slice(0, 10))
      .map(({ date, pm25UgM3 }) => toValue({ value: pm25UgM3, period: date, unit, nature, note, provenance }));
  } catch (error) {
    return [lacking("OPEN_METEO_AIR", nature, missingOf(error), today())];
  }
}

/** No figure, and why. @param day on which it was looked for */
function lacking(source: string, nature: Value["nature"], missing: NonNullable<Value["missing"]>, day: string): Value {
  const retrievedAt = `${day}T00:00:00.000Z`;
  const provenance = toProvenance({ source, freshness: "SNAPSHOT", retrievedAt, vintage: null });
  return toValue({ value: null, missing, period: day, unit, nature, note: `No ${pm25} of these days`, provenance });
}
