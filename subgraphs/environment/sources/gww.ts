/**
 * Global Water Watch, surface area of reservoirs from satellite images, monthly: CC BY 4.0, no key.
 * https://www.globalwaterwatch.earth
 */
import { z } from "zod";
import { json } from "../../kit/source/json.ts";
import { type LiveDeps, liveReading } from "../../kit/source/live-reading.ts";
import { oneByOne } from "../../kit/source/one-by-one.ts";
import type { Source } from "../../kit/source/source.ts";

export interface ReservoirArea {
  /** Such as `2024-05`. */
  readonly month: string;
  readonly areaKm2: number;
}

/** The service's number of each dam of ours that is known to have one. */
const reservoirNumbers: Readonly<Record<string, number>> = { toktogul: 89729 };
const since = "1984-01-01T00:00:00";
const m2PerKm2 = 1e6;

const areas = z.array(z.object({ t: z.string(), value: z.number().nullable(), unit: z.literal("m^2") }));

/** Areas by id of the dam, the oldest first; dams that the service does not number are absent. */
export function createGww(deps: LiveDeps): Source<string, readonly ReservoirArea[]> {
  const { upstream, clock } = deps;
  const isKnown = (dam: string) => dam in reservoirNumbers;
  const read = async (dam: string, signal?: AbortSignal) => {
    const rows = await upstream.get({
      path: `/reservoir/${reservoirNumbers[dam]}/ts/surface_water_area_monthly`,
      query: { start: since, stop: new Date(clock()).toISOString().slice(0, 19) },
      parse: json(areas),
      signal,
    });
    const data = rows
      .flatMap(({ t, value }) => (value === null ? [] : [{ month: t.slice(0, 7), areaKm2: value / m2PerKm2 }]))
      .sort((a, b) => (a.month < b.month ? -1 : 1));
    const newest = data.at(-1);
    return newest && liveReading(deps, data, newest.month);
  };
  return oneByOne(upstream.id, read, isKnown);
}
