import { type CacheDeps, cached } from "../../kit/cache/cached.ts";
import { isInRegion } from "../../kit/countries.ts";
import type { Upstreams } from "../../kit/source/open-upstreams.ts";
import { routed } from "../../kit/source/routed.ts";
import type { Source } from "../../kit/source/source.ts";
import type { Catalogue } from "../catalogue.ts";
import type { FlowKey, FlowRecord } from "../records.ts";
import { ttl } from "../ttl.ts";
import { createImf } from "./imf.ts";

type FlowSource = Source<FlowKey, readonly FlowRecord[]>;

export interface OpenImfDeps extends CacheDeps {
  readonly upstreams: Upstreams;
  /** The tables that answer while nothing newer is kept. */
  readonly shipped: FlowSource;
  readonly catalogue: () => Promise<Catalogue>;
}

/**
 * The IMF's figures behind the cache. A question can name all two hundred reporters, and each is a call of several
 * megabytes: beside the shipped tables only the six are kept current.
 */
export function openImf({ upstreams, shipped, catalogue, ...deps }: OpenImfDeps): FlowSource {
  const source = createImf({
    upstream: upstreams.open("IMF"),
    clock: deps.clock,
    partners: async () => new Set((await catalogue()).partners.keys()),
    async natures(key) {
      const flows = (await shipped.fetch([key])).get(key)?.data ?? [];
      const made = flows.filter(({ nature }) => nature !== "REPORTED");
      return new Map(made.map(({ partner, year, nature }) => [`${partner} ${year}`, nature]));
    },
  });
  const current = cached(source, {
    ...deps,
    policy: ttl.imfFlows,
    operation: "flows",
    keyOf: ({ reporter, flow }) => ({ reporter, flow }),
    tagsOf: ({ reporter }) => [`country:${reporter}`],
    fallback: shipped,
  });
  // Apart from the six, which others would else crowd out of what is asked at once.
  const others = deps.mode === "live" ? { ...current } : shipped;
  return routed("IMF", ({ reporter }) => (isInRegion(reporter) ? current : others));
}
