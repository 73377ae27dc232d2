import { Counter, Histogram, type Registry } from "prom-client";
import type { Tier } from "./tiered-store.ts";

/** How a key was answered. */
export type ReadResult = "fresh" | "stale" | "negative" | "snapshot" | "fetched" | "joined" | "kept_failure" | "failed";

/** What became of a refresh in the background. */
export type RefreshOutcome = "changed" | "unchanged" | "gone" | "failed" | "elsewhere";

export type StoreFailure = "timeout" | "refused" | "skipped" | "corrupt";

/** What the cache tells of itself. Sources and operations are ours, so that the labels are few; keys and URLs never appear. */
export interface CacheMetrics {
  read(source: string, operation: string, result: ReadResult): void;
  refreshed(source: string, operation: string, outcome: RefreshOutcome): void;
  fetched(source: string, operation: string, seconds: number): void;
  waitedForLock(source: string, seconds: number): void;
  tierRead(tier: Tier, hits: number, misses: number): void;
  storeFailed(reason: StoreFailure): void;
}

export function createCacheMetrics(registry: Registry): CacheMetrics {
  const registers = [registry];
  const reads = new Counter({
    name: "aryk_cache_reads_total",
    help: "Keys asked of the cache, by how they were answered",
    labelNames: ["source", "operation", "result"],
    registers,
  });
  const refreshes = new Counter({
    name: "aryk_cache_refreshes_total",
    help: "Refreshes in the background; many that changed nothing mean that a time to live is too short",
    labelNames: ["source", "operation", "outcome"],
    registers,
  });
  const fetches = new Histogram({
    name: "aryk_cache_fetch_seconds",
    help: "Time that a source took for the keys that the cache did not have",
    labelNames: ["source", "operation"],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  });
  const lockWaits = new Histogram({
    name: "aryk_cache_lock_wait_seconds",
    help: "Time spent waiting for another process that fetched the same key",
    labelNames: ["source"],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  });
  const tiers = new Counter({
    name: "aryk_store_reads_total",
    help: "Keys looked up in a tier of the store",
    labelNames: ["tier", "result"],
    registers,
  });
  const failures = new Counter({
    name: "aryk_store_failures_total",
    help: "Redis commands that failed, were late, or were not sent because Redis is known to be away, and entries that cannot be read",
    labelNames: ["reason"],
    registers,
  });
  return {
    read: (source, operation, result) => reads.inc({ source, operation, result }),
    refreshed: (source, operation, outcome) => refreshes.inc({ source, operation, outcome }),
    fetched: (source, operation, seconds) => fetches.observe({ source, operation }, seconds),
    waitedForLock: (source, seconds) => lockWaits.observe({ source }, seconds),
    tierRead(tier, hits, misses) {
      if (hits > 0) tiers.inc({ tier, result: "hit" }, hits);
      if (misses > 0) tiers.inc({ tier, result: "miss" }, misses);
    },
    storeFailed: (reason) => failures.inc({ reason }),
  };
}
