import { cached } from "../../kit/cache/cached.ts";
import { isInRegion } from "../../kit/countries.ts";
import { lazily } from "../../kit/lazily.ts";
import { liveOnly } from "../../kit/source/live-only.ts";
import type { Source } from "../../kit/source/source.ts";
import type { SubgraphDeps } from "../../kit/subgraph.ts";
import { ttl } from "../ttl.ts";
import { distanceKm, loadOutlines, type Outline } from "./country-outlines.ts";
import { createUsgs, type QuakeKey, type QuakeRecord } from "./usgs.ts";

/** An earthquake with the country that its epicentre lies in, and how far those of the region are that felt it. */
export interface PlacedQuake extends QuakeRecord {
  /** Alpha-3 code; null at sea. */
  readonly country: string | null;
  /** Kilometres by alpha-3 code, 0 within; a country further away than `feltKm` is absent. */
  readonly distancesKm: Readonly<Record<string, number>>;
}

/** So far from a country an earthquake still counts as one of its own. */
export const feltKm = 100;

/** The catalogue behind the cache, each event placed once when it is fetched. Nothing of it is shipped. */
export function openEarthquakes({ upstreams, ...deps }: SubgraphDeps): Source<QuakeKey, readonly PlacedQuake[]> {
  const usgs = createUsgs({ upstream: upstreams.open("USGS"), clock: deps.clock });
  const outlines = lazily(async () => loadOutlines());
  const placed: Source<QuakeKey, readonly PlacedQuake[]> = {
    id: "USGS",
    async fetch(keys, signal) {
      const [readings, around] = [await usgs.fetch(keys, signal), await outlines()];
      return new Map(
        [...readings].map(([key, reading]) => [
          key,
          { ...reading, data: reading.data.map((quake) => toPlaced(quake, around)) },
        ]),
      );
    },
  };
  const kept = cached(placed, {
    ...deps,
    policy: ttl.earthquakes,
    operation: "earthquakes",
    keyOf: ({ from, to, minMagnitude }) => ({ from, to, minMagnitude }),
  });
  return liveOnly(kept, deps.mode);
}

function toPlaced(quake: QuakeRecord, outlines: readonly Outline[]): PlacedQuake {
  const distancesKm: Record<string, number> = {};
  let country: string | null = null;
  for (const outline of outlines) {
    const isOurs = isInRegion(outline.country);
    const km = distanceKm(outline, quake, isOurs ? feltKm : 0);
    if (km === 0) country = outline.country;
    if (km !== null && isOurs) distancesKm[outline.country] = Math.round(km * 10) / 10;
  }
  return { ...quake, country, distancesKm };
}
