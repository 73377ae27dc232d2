import type { Logger } from "pino";
import { Registry } from "prom-client";
import { createCacheMetrics } from "../subgraphs/kit/cache/metrics.ts";
import { createStorage } from "../subgraphs/kit/cache/storage.ts";
import { openUpstreams } from "../subgraphs/kit/source/open-upstreams.ts";
import type { SubgraphDeps } from "../subgraphs/kit/subgraph.ts";
import type { Config } from "./config.ts";

const memoryBytes = 64 * 1024 * 1024;
const redisTimeoutMs = 100;

/** What one process opens once and closes when it stops. */
export interface ProcessDeps extends SubgraphDeps {
  /** What is measured, as /metrics on the admin port shows it. */
  readonly registry: Registry;
  close(): Promise<void>;
}

/** What the subgraphs of this process share. */
export function openDeps({ redis, sources, sourceSettings: settings }: Config, log: Logger): ProcessDeps {
  const registry = new Registry();
  const metrics = createCacheMetrics(registry);
  const clock = Date.now;
  const { store, counters, ...storage } = createStorage(
    { redis, memoryBytes, redisTimeoutMs },
    { clock, log, metrics },
  );
  const upstreams = openUpstreams({ settings, store, counters, clock });
  return {
    store,
    upstreams,
    clock,
    random: Math.random,
    log,
    metrics,
    mode: sources,
    onFailure: upstreams.noteFailure,
    registry,
    close() {
      upstreams.close();
      return storage.close();
    },
  };
}
