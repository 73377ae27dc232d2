import { cached } from "../../kit/cache/cached.ts";
import type { Source } from "../../kit/source/source.ts";
import { untilFetched } from "../../kit/source/until-fetched.ts";
import type { SubgraphDeps } from "../../kit/subgraph.ts";
import type { LevelRecord } from "../records.ts";
import { ttl } from "../ttl.ts";
import { createGwm } from "./gwm.ts";

/** Levels of lakes from the Global Water Monitor behind the cache; until they are fetched, none. */
export function openMonitoredLevels({ upstreams, ...deps }: SubgraphDeps): Source<string, readonly LevelRecord[]> {
  const source = createGwm({ upstream: upstreams.open("GWM"), clock: deps.clock });
  return cached(source, {
    ...deps,
    policy: ttl.gwmLevels,
    operation: "levels",
    keyOf: (lake) => lake,
    tagsOf: (lake) => [`lake:${lake}`],
    fallback: untilFetched("GWM", []),
  });
}
