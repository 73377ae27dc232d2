import type { Logger } from "pino";
import type { Counters } from "./counters.ts";
import { createMemoryCounters } from "./memory-counters.ts";
import { createMemoryStore } from "./memory-store.ts";
import type { CacheMetrics } from "./metrics.ts";
import { openRedis } from "./redis-client.ts";
import { createRedisCounters } from "./redis-counters.ts";
import { createRedisStore } from "./redis-store.ts";
import type { RedisAddress } from "./redis-url.ts";
import type { Store } from "./store.ts";
import { createTieredStore } from "./tiered-store.ts";

export interface StorageConfig {
  /** Absent: everything is kept in this process. */
  readonly redis: RedisAddress | undefined;
  /** Bound of what is kept in this process, in bytes of JSON text; the objects take about three times that. */
  readonly memoryBytes: number;
  /** How long a Redis command that an answer waits for may take; those behind an answer get some times that. */
  readonly redisTimeoutMs: number;
}

export interface StorageDeps {
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly log: Logger;
  readonly metrics: CacheMetrics;
}

export interface Storage {
  readonly store: Store;
  readonly counters: Counters;
  /** Also closes the store. */
  close(): Promise<void>;
}

/** Memory, or memory over Redis: it opens without Redis, and takes it in when it comes. */
export function createStorage(
  { redis: address, memoryBytes, redisTimeoutMs }: StorageConfig,
  deps: StorageDeps,
): Storage {
  const { clock, log, metrics } = deps;
  const memory = createMemoryStore({ maxBytes: memoryBytes, clock });
  if (!address) {
    return { store: memory, counters: createMemoryCounters(clock), close: () => memory.close() };
  }
  const client = openRedis(address, { timeoutMs: redisTimeoutMs, log, onFailure: metrics.storeFailed });
  const redis = createRedisStore({
    client,
    clock,
    onCorrupt: () => metrics.storeFailed("corrupt"),
    onInvalidated: (tags) => void memory.invalidate(tags),
  });
  const store = createTieredStore({ memory, redis, clock, onRead: metrics.tierRead });
  return { store, counters: createRedisCounters(client, clock), close: () => store.close() };
}
