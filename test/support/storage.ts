import { pino } from "pino";
import { Registry } from "prom-client";
import type { CacheDeps } from "../../subgraphs/kit/cache/cached.ts";
import { createCacheMetrics } from "../../subgraphs/kit/cache/metrics.ts";
import { parseRedisUrl } from "../../subgraphs/kit/cache/redis-url.ts";
import { createStorage, type Storage } from "../../subgraphs/kit/cache/storage.ts";
import type { Store } from "../../subgraphs/kit/cache/store.ts";
import { until } from "./redis.ts";

export interface TestStorage extends Storage {
  readonly registry: Registry;
  /** What a cached source needs beside its own options. */
  readonly deps: CacheDeps;
}

export interface TestStorageOptions {
  readonly memoryBytes?: number;
  /** Milliseconds since 1970. @default the real one */
  readonly clock?: () => number;
  readonly random?: () => number;
  /** @default so long that a busy machine is never taken for a Redis that hangs */
  readonly redisTimeoutMs?: number;
}

/** The real storage as one process has it; memory alone without a URL. */
export function openStorage(redisUrl?: string, options: TestStorageOptions = {}): TestStorage {
  const { memoryBytes = 16 * 1024 * 1024, clock = Date.now, random = Math.random, redisTimeoutMs = 5000 } = options;
  const registry = new Registry();
  const metrics = createCacheMetrics(registry);
  const log = pino({ level: "silent" });
  const redis = redisUrl === undefined ? undefined : parseRedisUrl(redisUrl);
  const storage = createStorage({ redis, memoryBytes, redisTimeoutMs }, { clock, log, metrics });
  const deps: CacheDeps = {
    store: storage.store,
    clock,
    random,
    log,
    metrics,
    mode: "auto",
    onFailure: () => undefined,
  };
  return { ...storage, registry, deps };
}

/** Opens the storage of one process and waits until it can reach Redis: as it is in a process that has run for a moment. */
export async function connectStorage(redisUrl: string, options?: TestStorageOptions): Promise<TestStorage> {
  const storage = openStorage(redisUrl, options);
  await untilRedisIsUsed(storage.store);
  return storage;
}

/** Waits until a store reaches the Redis that is behind its memory. */
export async function untilRedisIsUsed(store: Store): Promise<void> {
  await until("Redis to be used", async () => (await store.mark([`any:${Math.random()}`])).below?.tags !== undefined);
}

/** The value of one counter of a registry, zero when it never counted. */
export async function counted(
  registry: Registry,
  name: string,
  labels: Readonly<Record<string, string>>,
): Promise<number> {
  const metric = await registry.getSingleMetric(name)?.get();
  const values = metric?.values ?? [];
  return values
    .filter((value) => Object.entries(labels).every(([label, wanted]) => value.labels[label] === wanted))
    .reduce((sum, { value }) => sum + value, 0);
}
