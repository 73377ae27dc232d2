import { expect, test } from "vitest";
import { figuresOver, keyOf, openOverRedis, untilKept } from "../../support/cached-figures.ts";
import type { RedisServer } from "../../support/redis.ts";
import { connectStorage, counted } from "../../support/storage.ts";

/** A figure as another process sees it, which holds nothing in memory. @param figure what it would fetch */
async function askElsewhere({ url }: RedisServer, key: string, figure: number): Promise<string | undefined> {
  const other = await connectStorage(url);
  const { live, ask } = figuresOver(other);
  live.give({ [key]: figure });
  const answer = await ask(key);
  await other.close();
  return answer;
}

test("what one process fetched, another one has", async () => {
  const { redis, storage } = await openOverRedis();
  const { live, ask } = figuresOver(storage);
  live.give({ a: 1 });
  expect(await ask("a")).toBe("1 LIVE");
  await untilKept(redis, "a");
  expect(await askElsewhere(redis, "a", 2)).toBe("1 CACHED");
});

test("Redis wiped is a miss", async () => {
  const { redis, storage } = await openOverRedis();
  const { live, ask } = figuresOver(storage);
  live.give({ a: 1 });
  await ask("a");
  await untilKept(redis, "a");
  await redis.cli("flushall");
  expect(await askElsewhere(redis, "a", 2)).toBe("2 LIVE");
});

test.each([
  ["cut short", ["setrange", keyOf("a"), "20", "XXXX"]],
  ["of another form", ["set", keyOf("a"), '{"data": 9}']],
  ["empty", ["set", keyOf("a"), ""]],
])("an entry that is %s is a miss, which is counted", async (_name, corruption) => {
  const { redis, storage } = await openOverRedis();
  const { live, ask } = figuresOver(storage);
  live.give({ a: 1 });
  await ask("a");
  await untilKept(redis, "a");
  await redis.cli(...corruption);
  const other = await connectStorage(redis.url);
  const elsewhere = figuresOver(other);
  elsewhere.live.give({ a: 2 });
  expect(await elsewhere.ask("a")).toBe("2 LIVE");
  expect(await counted(other.registry, "aryk_store_failures_total", { reason: "corrupt" })).toBeGreaterThan(0);
  await other.close();
});

test("a key of another type is a miss", async () => {
  const { redis } = await openOverRedis();
  await redis.cli("lpush", keyOf("a"), "x");
  expect(await askElsewhere(redis, "a", 3)).toBe("3 LIVE");
});

test("what another program wrote under our key is a miss", async () => {
  const { redis, storage } = await openOverRedis();
  const now = Date.now();
  const strange = {
    value: { kind: "reading", reading: { figure: 1 } },
    storedAt: now,
    freshUntil: now + 1e6,
    staleUntil: now + 1e6,
  };
  await storage.store.set(keyOf("a"), strange);
  expect(await askElsewhere(redis, "a", 3)).toBe("3 LIVE");
});
