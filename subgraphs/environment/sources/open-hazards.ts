import { cached } from "../../kit/cache/cached.ts";
import { liveOnly } from "../../kit/source/live-only.ts";
import type { Source } from "../../kit/source/source.ts";
import type { SubgraphDeps } from "../../kit/subgraph.ts";
import { ttl } from "../ttl.ts";
import { createGdacs, type HazardKey, type HazardRecord } from "./gdacs.ts";
import { createGlide, type GlideRecord } from "./glide.ts";

export interface HazardSources {
  readonly hazards: Source<HazardKey, readonly HazardRecord[]>;
  readonly glides: Source<HazardKey, readonly GlideRecord[]>;
}

/** Alerts and the numbers of disasters, each behind the cache by itself: the slower one never holds up the other. */
export function openHazards({ upstreams, ...deps }: SubgraphDeps): HazardSources {
  const { clock, mode } = deps;
  const common = {
    ...deps,
    keyOf: ({ country, from, to }: HazardKey) => ({ country, from, to }),
    tagsOf: ({ country }: HazardKey) => [`country:${country}`],
  };
  const gdacs = createGdacs({ upstream: upstreams.open("GDACS"), clock });
  const glide = createGlide({ upstream: upstreams.open("GLIDE"), clock });
  return {
    hazards: liveOnly(cached(gdacs, { ...common, policy: ttl.hazards, operation: "hazards" }), mode),
    glides: liveOnly(cached(glide, { ...common, policy: ttl.glides, operation: "glides" }), mode),
  };
}
