import { type CacheDeps, cached } from "../../kit/cache/cached.ts";
import type { Upstreams } from "../../kit/source/open-upstreams.ts";
import type { Source } from "../../kit/source/source.ts";
import { untilFetched } from "../../kit/source/until-fetched.ts";
import type { Catalogue } from "../catalogue.ts";
import { ttl } from "../ttl.ts";
import type { FtsCodes } from "./fts-answer.ts";
import { createFtsFlows, type LiveFlows } from "./fts-flows.ts";
import type { PlaceAndYear } from "./shipped-tables.ts";

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

/** The codes of what the tables shipped know. */
export function toFtsCodes({ appeals, clusters }: Catalogue): FtsCodes {
  const byNumber = (records: Iterable<{ readonly ftsId: string | null; readonly code: string }>) =>
    new Map([...records].flatMap(({ ftsId, code }) => (ftsId === null ? [] : [[ftsId, code] as const])));
  const appealCodes = byNumber(appeals.values());
  const clusterCodes = byNumber(clusters.values());
  return { appeal: (id) => appealCodes.get(id), cluster: (id) => clusterCodes.get(id) };
}
