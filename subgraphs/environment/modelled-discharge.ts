import { toProvenance, toValue, type Value } from "../kit/graphql/values.ts";
import { missingOf } from "../kit/source/missing.ts";
import type { Atlas } from "./atlas.ts";
import type { SpanAsked } from "./days.ts";
import type { Loaders } from "./loaders.ts";
import { type RiverPoint, riverPoints } from "./places.ts";
import type { ModelledDischarge } from "./sources/open-meteo-flood.ts";
import type { DischargeSeries } from "./types/river.ts";

const m3sPerKm3Year = 1e9 / (365.25 * 86_400);

/** What the flood model gives for a river, at each of its points; the flows that are known tell whether it hit it. */
export async function loadModelledDischarge(
  river: string,
  asked: SpanAsked,
  loaders: Loaders,
): Promise<DischargeSeries[]> {
  const atlas = await loaders.atlas();
  const points = riverPoints.filter((point) => point.river === river);
  return Promise.all(points.map((point) => loadAt(point, asked, atlas, loaders)));
}

async function loadAt(
  point: RiverPoint,
  asked: SpanAsked,
  atlas: Atlas,
  { modelledDischarge }: Loaders,
): Promise<DischargeSeries> {
  const { name, latitude, longitude, river } = point;
  const flowKm3 = atlas.figuresOf("river", river, "meanFlowKm3")[0]?.value;
  const normM3s = flowKm3 === undefined ? null : flowKm3 * m3sPerKm3Year;
  const none = { ...modelled, place: name, offChannel: false, snappedLatitude: null, snappedLongitude: null };
  try {
    const reading = await modelledDischarge.load({ latitude, longitude, normM3s });
    // Absent where the cell has no river at all, null while it is being fetched.
    if (!reading?.data) return { ...none, values: [], missing: reading ? "UPSTREAM_DOWN" : "NOT_COVERED" };
    const { isOffChannel, snappedLatitude, snappedLongitude } = reading.data;
    const values = toValues(reading.data, asked, reading);
    const missing = values.length > 0 ? null : ("NOT_COVERED" as const);
    return { ...none, offChannel: isOffChannel, snappedLatitude, snappedLongitude, values, missing };
  } catch (error) {
    return { ...none, values: [], missing: missingOf(error) };
  }
}

const modelled = { gauge: null, nature: "MODELLED", percentOfNorm: null } as const;

/** The days of the past are the model's, those to come its forecast. */
function toValues(
  { days, isOffChannel }: ModelledDischarge,
  { from = "", to = "9999" }: SpanAsked,
  reading: Parameters<typeof toProvenance>[0],
): Value[] {
  const provenance = toProvenance(reading);
  const ran = reading.retrievedAt.slice(0, 10);
  const note = isOffChannel ? "The cell of the model most likely lies beside the river" : null;
  return days
    .filter(({ date, dischargeM3s }) => dischargeM3s !== null && date >= from && date <= to)
    .map(({ date, dischargeM3s }) => {
      const nature = date > ran ? "PROJECTED" : "MODELLED";
      return toValue({ value: dischargeM3s, period: date, unit: "m3/s", nature, note, provenance });
    });
}
