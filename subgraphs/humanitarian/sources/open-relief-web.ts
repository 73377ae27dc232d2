import { type CacheDeps, cached } from "../../kit/cache/cached.ts";
import { liveOnly } from "../../kit/source/live-only.ts";
import type { Upstreams } from "../../kit/source/open-upstreams.ts";
import type { Source } from "../../kit/source/source.ts";
import type { ReportRecord } from "../records/report.ts";
import { ttl } from "../ttl.ts";
import { createReliefWeb } from "./relief-web.ts";

export interface OpenReliefWebDeps extends CacheDeps {
  readonly upstreams: Upstreams;
}

/** The newest reports of a country behind the cache; their texts are others', so that nothing of them is shipped. */
export function openReliefWeb({ upstreams, ...deps }: OpenReliefWebDeps): Source<string, readonly ReportRecord[]> {
  const source = createReliefWeb({ upstream: upstreams.open("RELIEFWEB"), clock: deps.clock });
  const kept = cached(source, {
    ...deps,
    policy: ttl.reliefReports,
    operation: "reports",
    keyOf: (country) => ({ country }),
    tagsOf: (country) => [`country:${country}`],
  });
  return liveOnly(kept, deps.mode);
}
