import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { type RedisServer, startRedis, until } from "../../support/redis.ts";
import { connectStorage, counted, type TestStorage } from "../../support/storage.ts";
import { createTestClock } from "../../support/test-clock.ts";

const clock = createTestClock();
let redis: RedisServer;
let one: TestStorage;
let other: TestStorage;
beforeAll(async () => {
  redis = await startRedis();
  one = await connectStorage(redis.url, { clock: clock.now });
  other = await connectStorage(redis.url, { clock: clock.now });
});
afterAll(async () => {
  await Promise.all([one.close(), other.close()]);
  await redis.close();
});

const entry = (value: unknown, freshMs = 60_000) => {
  const now = clock.now();
  return { value, storedAt: now, freshUntil: now + freshMs, staleUntil: now + 120_000, costMs: 0, tags: ["all"] };
};
const valueIn = async ({ store }: TestStorage, key: string, recheck = false) =>
  (await store.getMany([key], { recheck })).get(key)?.value;
const readsOfRedis = ({ registry }: TestStorage) => counted(registry, "aryk_store_reads_total", { tier: "redis" });

test("what is fresh comes from memory for five seconds without asking Redis", async () => {
  await one.store.set("near", entry(1));
  const before = await readsOfRedis(one);
  expect(await valueIn(one, "near")).toBe(1);
  clock.advance(4_999);
  expect(await valueIn(one, "near")).toBe(1);
  expect((await readsOfRedis(one)) - before).toBe(0);
  clock.advance(1);
  expect(await valueIn(one, "near")).toBe(1);
  expect((await readsOfRedis(one)) - before).toBe(1);
});

test("a replica that cannot hear of an invalidation sees it within five seconds, and at once when it rechecks", async () => {
  await redis.cli("acl", "setuser", "default", "resetchannels");
  onTestFinished(async () => void (await redis.cli("acl", "setuser", "default", "allchannels")));
  await one.store.set("dropped", entry(1));
  await other.store.invalidate(["all"]);
  expect(await valueIn(one, "dropped")).toBe(1);
  clock.advance(5_000);
  expect(await valueIn(one, "dropped")).toBeUndefined();

  await one.store.set("rechecked", entry(1));
  await other.store.invalidate(["all"]);
  expect(await valueIn(one, "rechecked", true)).toBeUndefined();
});

test("invalidations are heard of again after Redis was away", async () => {
  await redis.kill();
  await redis.restart();
  await until("an invalidation to be heard of", async () => {
    await one.store.set("heard", entry(1));
    await other.store.invalidate(["all"]);
    await one.store.mark(["all"]);
    return (await valueIn(one, "heard")) === undefined;
  });
});

test("what is asked for in one turn of the event loop is one question to Redis", async () => {
  const commands = async () =>
    Number(/cmdstat_mget:calls=(\d+)/.exec(await redis.cli("info", "commandstats"))?.[1] ?? 0);
  await Promise.all(["a", "b", "c"].map((key) => one.store.set(key, entry(key))));
  const before = await commands();
  const values = await Promise.all(["a", "b", "c", "none"].map((key) => valueIn(other, key)));
  expect(values).toEqual(["a", "b", "c", undefined]);
  expect((await commands()) - before).toBe(1);
});

test("of two copies the newer one is served", async () => {
  await one.store.set("renewed", entry("old", 1_000));
  clock.advance(2_000);
  await other.store.set("renewed", entry("new"));
  expect(await valueIn(one, "renewed")).toBe("new");
});

test("a value in Redis expires there with its stale time, and its tag a little later", async () => {
  await one.store.set("expiring", entry(1));
  const valueMs = Number(await redis.cli("pttl", "expiring"));
  const tagMs = Number(await redis.cli("pttl", "aryk:tag:all"));
  expect(valueMs).toBeGreaterThan(60_000);
  expect(valueMs).toBeLessThanOrEqual(120_000);
  expect(tagMs).toBeGreaterThan(valueMs);
});

test("a tag forgets keys that have expired", async () => {
  await one.store.set("short-lived", { ...entry(1), staleUntil: clock.now() + 10, tags: ["busy"] });
  clock.advance(120_000);
  await one.store.set("later", { ...entry(2), tags: ["busy"] });
  expect((await redis.cli("zrange", "aryk:tag:busy", "0", "-1")).split("\n")).toEqual(["later"]);
});

test("an invalidation that Redis does not hear of is an error, not a silence", async () => {
  const lonely = await startRedis();
  onTestFinished(() => lonely.close());
  const storage = await connectStorage(lonely.url);
  await lonely.kill();
  await expect(storage.store.invalidate(["all"])).rejects.toMatchObject({ extensions: { code: "CACHE_UNAVAILABLE" } });
  await storage.close();
});
