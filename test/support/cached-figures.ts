import { onTestFinished } from "vitest";
import { cached } from "../../subgraphs/kit/cache/cached.ts";
import { cacheKey } from "../../subgraphs/kit/cache/key.ts";
import type { CachePolicy } from "../../subgraphs/kit/cache/policy.ts";
import { type RedisServer, startRedis, until } from "./redis.ts";
import { type ScriptedSource, scriptedSource } from "./scripted-source.ts";
import { connectStorage, type TestStorage } from "./storage.ts";

export interface CachedFigures {
  /** The source behind the cache. */
  readonly live: ScriptedSource;
  /** A figure and its freshness, such as `1 CACHED`. */
  ask(key: string): Promise<string | undefined>;
}

const tenMinutes: CachePolicy = { version: 1, freshSeconds: 600, staleSeconds: 600, negativeSeconds: 60 };

/** Figures by name behind the cache of one process. */
export function figuresOver({ deps }: TestStorage, policy: Partial<CachePolicy> = {}): CachedFigures {
  const live = scriptedSource("FIGURES", Date.now);
  const options = { operation: "figures", keyOf: (key: string) => key, policy: { ...tenMinutes, ...policy } };
  const source = cached(live, { ...deps, ...options });
  return {
    live,
    async ask(key) {
      const reading = (await source.fetch([key])).get(key);
      return reading && `${reading.data} ${reading.freshness}`;
    },
  };
}

/** Where Redis keeps a figure. */
export const keyOf = (args: string) => cacheKey({ version: 1, source: "FIGURES", operation: "figures", args });

export async function untilKept({ cli }: RedisServer, key: string): Promise<void> {
  await until("the entry", async () => (await cli("exists", keyOf(key))) === "1");
}

/** A Redis of the test's own, and the storage of one process over it. */
export async function openOverRedis(): Promise<{ readonly redis: RedisServer; readonly storage: TestStorage }> {
  const redis = await startRedis();
  const storage = await connectStorage(redis.url);
  onTestFinished(async () => {
    await storage.close();
    redis.resume();
    await redis.close();
  });
  return { redis, storage };
}
