import { type CacheDeps, cached } from "../../kit/cache/cached.ts";
import { liveOnly } from "../../kit/source/live-only.ts";
import type { Upstreams } from "../../kit/source/open-upstreams.ts";
import type { Source } from "../../kit/source/source.ts";
import type { ReliefDisasterRecord } from "../records/relief-disaster.ts";
import type { ReportRecord } from "../records/report.ts";
import { ttl } from "../ttl.ts";
import { createReliefDisasters } from "./relief-disasters.ts";
import { createReliefReports } from "./relief-reports.ts";

export interface OpenReliefWebDeps extends CacheDeps {
  readonly upstreams: Upstreams;
}

/** The newest reports and disasters by alpha-3 code of the country. */
export interface ReliefWebSources {
  readonly reports: Source<string, readonly ReportRecord[]>;
  readonly disasters: Source<string, readonly ReliefDisasterRecord[]>;
}

/** They stand behind the cache; their texts are others', so that nothing of them is shipped. */
export function openReliefWeb({ upstreams, ...deps }: OpenReliefWebDeps): ReliefWebSources {
  const live = { upstream: upstreams.open("RELIEFWEB"), clock: deps.clock };
  const kept = <T>(source: Source<string, T>, operation: string) => {
    const keyOf = (country: string) => ({ country });
    const tagsOf = (country: string) => [`country:${country}`];
    return liveOnly(cached(source, { ...deps, policy: ttl.reliefWeb, operation, keyOf, tagsOf }), deps.mode);
  };
  return {
    reports: kept(createReliefReports(live), "reports"),
    disasters: kept(createReliefDisasters(live), "disasters"),
  };
}
