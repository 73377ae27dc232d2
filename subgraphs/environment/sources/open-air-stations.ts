import { cached } from "../../kit/cache/cached.ts";
import type { Source } from "../../kit/source/source.ts";
import { untilFetched } from "../../kit/source/until-fetched.ts";
import type { SubgraphDeps } from "../../kit/subgraph.ts";
import { ttl } from "../ttl.ts";
import { createOpenAqLatest, type StationReading } from "./openaq-latest.ts";

/** The service knows countries by their alpha-2 codes. */
const codes: Readonly<Record<string, string>> = { KAZ: "KZ", KGZ: "KG", TJK: "TJ", TKM: "TM", UZB: "UZ", AFG: "AF" };

/** By alpha-3 code; null until it is fetched, and a failure where the server has no key, in every mode. */
export type AirStations = Source<string, readonly StationReading[] | null>;

/** What stations measured last, behind the cache. It stands beside shipped figures and does not hold them up. */
export function openAirStations({ upstreams, ...deps }: SubgraphDeps): AirStations {
  const upstream = upstreams.open("OPENAQ");
  const latest = createOpenAqLatest({ upstream, clock: deps.clock });
  const byAlpha3: AirStations = {
    id: upstream.id,
    async fetch(countries, signal) {
      const known = countries.flatMap((country) => codes[country] ?? []);
      const readings = await latest.fetch(known, signal);
      return new Map(
        countries.flatMap((country) => {
          const reading = readings.get(codes[country] ?? "");
          return reading ? [[country, reading] as const] : [];
        }),
      );
    },
  };
  // Without a key it says so by itself, and without a call.
  if (!upstream.hasKey) return byAlpha3;
  return cached(byAlpha3, {
    ...deps,
    policy: ttl.airStations,
    operation: "newest",
    keyOf: (country) => ({ country }),
    tagsOf: (country) => [`country:${country}`],
    fallback: untilFetched(upstream.id, null),
  });
}
