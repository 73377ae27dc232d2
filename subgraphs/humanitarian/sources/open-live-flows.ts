import { type CacheDeps, cached } from "../../kit/cache/cached.ts";
import type { Upstreams } from "../../kit/source/open-upstreams.ts";
import type { Source } from "../../kit/source/source.ts";
import { untilFetched } from "../../kit/source/until-fetched.ts";
import type { Catalogue } from "../catalogue.ts";
import { ttl } from "../ttl.ts";
import { toFtsCodes } from "./fts-codes.ts";
import { createFtsFlows, type LiveFlows } from "./fts-flows.ts";
import type { PlaceAndYear } from "./keys.ts";

/** Flows as they stand today; null where the shipped tables answer until they are fetched. */
export type LiveFlowsSource = Source<PlaceAndYear, LiveFlows | null>;

export interface OpenLiveFlowsDeps extends CacheDeps {
  readonly upstreams: Upstreams;
  readonly catalogue: () => Promise<Catalogue>;
}

export function openLiveFlows({ upstreams, catalogue, ...deps }: OpenLiveFlowsDeps): LiveFlowsSource {
  const source: LiveFlowsSource = createFtsFlows({
    upstream: upstreams.open("FTS"),
    clock: deps.clock,
    codes: async () => toFtsCodes(await catalogue()),
  });
  return cached(source, {
    ...deps,
    policy: ttl.ftsFlows,
    operation: "flows",
    keyOf: ({ country, year }) => ({ country, year }),
    tagsOf: ({ country }) => [`country:${country}`],
    fallback: untilFetched("FTS", null),
  });
}
