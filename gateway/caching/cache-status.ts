/**
 * Where the figures of an answer came from: `kept` in this graph's cache or tables, kept and `stale`, `fetched` from a
 * publisher, or `uncached`, from what no cache of this graph stands before.
 */
export type Origin = "kept" | "stale" | "fetched" | "uncached";

const texts = {
  hit: "aryk; hit",
  stale: "aryk; hit; detail=stale",
  partial: "aryk; fwd=partial",
  miss: "aryk; fwd=miss",
  bypass: "aryk; fwd=bypass",
} as const;

const originsOf = new Map<string, readonly Origin[]>([
  [texts.hit, ["kept"]],
  [texts.stale, ["stale"]],
  [texts.partial, ["kept", "fetched"]],
  [texts.miss, ["fetched"]],
]);
const uncached: readonly Origin[] = ["uncached"];

/**
 * A `Cache-Status` header of RFC 9211. `hit` and `fwd` exclude each other there, and `fwd=stale` is of a request that went
 * forward: what is served stale while it is renewed behind is a hit.
 */
export function toCacheStatus(origins: ReadonlySet<Origin>): string {
  const isForwarded = origins.has("fetched") || origins.has("uncached");
  if (!isForwarded) return origins.has("stale") ? texts.stale : texts.hit;
  if (origins.has("kept") || origins.has("stale")) return texts.partial;
  return origins.has("fetched") ? texts.miss : texts.bypass;
}

/** What the header of a subgraph's answer tells, when the subgraph is one of this graph's own behind a URL. */
export function parseCacheStatus(text: string | undefined): readonly Origin[] {
  // The caches between here and there add themselves behind.
  const first = text?.split(",", 1)[0]?.trim();
  return (first !== undefined && originsOf.get(first)) || uncached;
}
