import { afterAll, beforeAll, describe } from "vitest";
import { type RedisGroup, type RedisServer, startCluster, startRedis, startSentinel } from "../../support/redis.ts";
import { connectStorage, openStorage } from "../../support/storage.ts";
import { describeStore } from "../../support/store-contract.ts";

describe("memory", () => {
  const shared = new Map<() => number, ReturnType<typeof openStorage>>();
  describeStore(async (clock) => {
    const storage = shared.get(clock) ?? openStorage(undefined, { clock });
    shared.set(clock, storage);
    return storage;
  });
});

const kinds: readonly (readonly [string, () => Promise<RedisServer | RedisGroup>])[] = [
  ["one Redis server", () => startRedis()],
  ["Redis with Sentinel", startSentinel],
  ["Redis Cluster", startCluster],
];

describe.each(kinds)("memory over %s", (_name, start) => {
  let redis: RedisServer | RedisGroup;
  beforeAll(async () => {
    redis = await start();
  });
  afterAll(() => redis.close());
  describeStore((clock) => connectStorage(redis.url, { clock }));
});
