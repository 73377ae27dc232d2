import { cached } from "../../kit/cache/cached.ts";
import { liveOnly } from "../../kit/source/live-only.ts";
import type { Source } from "../../kit/source/source.ts";
import type { SubgraphDeps } from "../../kit/subgraph.ts";
import { ttl } from "../ttl.ts";
import { createGww, type ReservoirArea } from "./gww.ts";

/** Areas of reservoirs from Global Water Watch behind the cache. */
export function openWaterAreas({ upstreams, ...deps }: SubgraphDeps): Source<string, readonly ReservoirArea[]> {
  const source = createGww({ upstream: upstreams.open("GWW"), clock: deps.clock });
  const areas = cached(source, {
    ...deps,
    policy: ttl.gwwAreas,
    operation: "areas",
    keyOf: (dam) => dam,
    tagsOf: (dam) => [`dam:${dam}`],
  });
  return liveOnly(areas, deps.mode);
}
