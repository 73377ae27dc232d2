import { toProvenance, toValue, type Value } from "../kit/graphql/values.ts";
import { requireRange } from "../kit/require.ts";
import type { SpanAsked } from "./days.ts";
import type { Loaders } from "./loaders.ts";

/** Water in the reservoir of a dam as it was reported, the oldest first. */
export async function storageOf(dam: string, { storage }: Loaders): Promise<Value[]> {
  const reading = await storage.load(dam);
  if (!reading) return [];
  const provenance = toProvenance(reading);
  return reading.data.map(({ period, storageKm3, nature }) => {
    const note = nature === "PROJECTED" ? "Planned or expected when it was reported" : null;
    return toValue({ value: storageKm3, period, unit: "km3", nature, note, provenance });
  });
}

/**
 * Area of the water behind a dam, month by month; one value that says so for a dam that the publisher does not number.
 *
 * @throws SourceError, or GraphError INVALID_RANGE
 */
export async function waterAreaOf(dam: string, { from, to }: SpanAsked, loaders: Loaders): Promise<Value[]> {
  requireRange(from, to);
  const [today, kind] = [loaders.today(), { unit: "km2", nature: "MEASURED" as const }];
  const reading = await loaders.waterAreas.load(dam);
  if (!reading) {
    const retrievedAt = `${today}T00:00:00.000Z`;
    const provenance = toProvenance({ source: "GWW", freshness: "SNAPSHOT", retrievedAt, vintage: null });
    return [toValue({ ...kind, value: null, missing: "NOT_COVERED", period: today, provenance })];
  }
  const provenance = toProvenance(reading);
  const [first, last] = [(from ?? "").slice(0, 7), (to ?? "9999").slice(0, 7)];
  return reading.data
    .filter(({ month }) => month >= first && month <= last)
    .map(({ month, areaKm2 }) => toValue({ ...kind, value: areaKm2, period: month, provenance }));
}
