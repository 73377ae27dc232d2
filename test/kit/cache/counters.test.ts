import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createMemoryCounters } from "../../../subgraphs/kit/cache/memory-counters.ts";
import { type RedisServer, startRedis } from "../../support/redis.ts";
import { connectStorage, type TestStorage, untilRedisIsUsed } from "../../support/storage.ts";
import { createTestClock } from "../../support/test-clock.ts";

test("in memory, sums belong to their key and window", async () => {
  const clock = createTestClock();
  const counters = createMemoryCounters(clock.now);
  expect(await counters.add("a", 3, 60_000)).toBe(3);
  expect(await counters.add("a", 1, 60_000)).toBe(4);
  expect(await counters.add("b", 1, 60_000)).toBe(1);
  expect(await counters.add("a", 1, 3_600_000)).toBe(1);
  expect(await counters.add("a", -2, 60_000)).toBe(2);
  clock.advance(60_000);
  expect(await counters.add("a", 1, 60_000)).toBe(1);
  expect(await counters.add("a", 1, 3_600_000)).toBe(2);
});

describe("in Redis", () => {
  const clock = createTestClock();
  let redis: RedisServer;
  let one: TestStorage;
  let other: TestStorage;
  beforeEach(async () => {
    redis = await startRedis();
    one = await connectStorage(redis.url, { clock: clock.now });
    other = await connectStorage(redis.url, { clock: clock.now });
  });
  afterEach(async () => {
    await Promise.all([one.close(), other.close()]);
    await redis.close();
  });

  test("replicas share one sum", async () => {
    const adds = Array.from({ length: 200 }, (_, index) => (index % 2 ? one : other).counters.add("shared", 1, 60_000));
    const sums = await Promise.all(adds);
    expect(new Set(sums).size).toBe(200);
    expect(Math.max(...sums)).toBe(200);
    expect(await one.counters.add("shared", -200, 60_000)).toBe(0);
    clock.advance(60_000);
    expect(await other.counters.add("shared", 1, 60_000)).toBe(1);
  });

  test("a window leaves nothing behind", async () => {
    await one.counters.add("short", 1, 1000);
    const [name = ""] = (await redis.cli("--scan", "--pattern", "aryk:count:*")).split("\n");
    expect(Number(await redis.cli("pttl", name))).toBeGreaterThan(0);
  });

  test("with Redis away each goes on from what it knew, and what it counted meanwhile is not lost", async () => {
    const hasty = await connectStorage(redis.url, { clock: clock.now, redisTimeoutMs: 100 });
    expect(await hasty.counters.add("kept", 5, 3_600_000)).toBe(5);
    redis.pause();
    expect(await hasty.counters.add("kept", 2, 3_600_000)).toBe(7);
    expect(await hasty.counters.add("kept", 1, 3_600_000)).toBe(8);
    redis.resume();
    await untilRedisIsUsed(hasty.store);
    // The command that was late may have been done too: too many counted is the safe side.
    expect(await hasty.counters.add("kept", 0, 3_600_000)).toBeGreaterThanOrEqual(8);
    expect(await other.counters.add("kept", 0, 3_600_000)).toBeGreaterThanOrEqual(8);
    await hasty.close();
  });
});
