import type { Freshness } from "../../subgraphs/kit/graphql/enums.ts";
import { loadsOf } from "../../subgraphs/kit/source/loader.ts";
import { type CacheControl, noStore } from "./cache-control.ts";
import type { Origin } from "./cache-status.ts";
import type { Caching } from "./caching.ts";

/** Publishers' figures change once a day at most; what limits the time is that an invalidation must be seen soon. */
const current: CacheControl = { scope: "public", maxAgeSeconds: 60 };
/** A newer figure is on its way; meanwhile the pollers of a busy page share one answer. */
const outdated: CacheControl = { scope: "public", maxAgeSeconds: 5 };

const originOf = { CACHED: "kept", SNAPSHOT: "kept", STALE: "stale", LIVE: "fetched" } satisfies Record<
  Freshness,
  Origin
>;

/** What caches are told of an answer of one of this graph's own subgraphs, wherever it runs. */
export function cachingOfLoads(context: object): Caching {
  const { freshness, hasFailed, isMomentary } = loadsOf(context);
  const origins = new Set<Origin>();
  for (const each of freshness) origins.add(originOf[each]);
  if (isMomentary) origins.add("uncached");
  if (hasFailed) origins.add("fetched");
  // Tables in memory need no loader.
  if (origins.size === 0) origins.add("kept");
  // LIVE says of a figure that this very request fetched it: of a kept answer that would not be true.
  const isOnce = isMomentary || hasFailed || freshness.has("LIVE");
  return { control: isOnce ? noStore : freshness.has("STALE") ? outdated : current, origins };
}
