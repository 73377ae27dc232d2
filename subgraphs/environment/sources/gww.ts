/**
 * Global Water Watch, surface area of reservoirs from satellite images, monthly: CC BY 4.0, no key.
 * https://www.globalwaterwatch.earth
 */
import { z } from "zod";
import { gather } from "../../kit/source/gather.ts";
import { json } from "../../kit/source/json.ts";
import type { Reading, Source } from "../../kit/source/source.ts";
import type { Upstream } from "../../kit/source/upstream.ts";

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

export interface GwwDeps {
  readonly upstream: Upstream;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** Areas by id of the dam, the oldest first; dams that the service does not number are absent. */
export function createGww({ upstream, clock }: GwwDeps): Source<string, readonly ReservoirArea[]> {
  async function read(dam: string, number: number, signal?: AbortSignal) {
    const retrievedAt = new Date(clock()).toISOString();
    const rows = await upstream.get({
      path: `/reservoir/${number}/ts/surface_water_area_monthly`,
      query: { start: since, stop: retrievedAt.slice(0, 19) },
      parse: json(areas),
      signal,
    });
    const data = rows
      .flatMap(({ t, value }) => (value === null ? [] : [{ month: t.slice(0, 7), areaKm2: value / m2PerKm2 }]))
      .sort((a, b) => (a.month < b.month ? -1 : 1));
    const vintage = data.at(-1)?.month ?? null;
    const reading: Reading<readonly ReservoirArea[]> = {
      data,
      source: upstream.id,
      freshness: "LIVE",
      retrievedAt,
      vintage,
    };
    return new Map(data.length > 0 ? [[dam, reading]] : []);
  }
  return {
    id: upstream.id,
    fetch(dams, signal) {
      const known = dams.flatMap((dam) => (reservoirNumbers[dam] ? [[dam, reservoirNumbers[dam]] as const] : []));
      return gather(known.map(([dam, number]) => ({ keys: [dam], read: () => read(dam, number, signal) })));
    },
  };
}
