import { expect, test } from "vitest";
import { cached } from "../../../subgraphs/kit/cache/cached.ts";
import { SourceNeedsKey, SourceUnavailable } from "../../../subgraphs/kit/source/errors.ts";
import { cachedInMemory, policy } from "../../support/cached-in-memory.ts";
import { until } from "../../support/redis.ts";
import { openStorage } from "../../support/storage.ts";

const down = () => new SourceUnavailable("LIVE_ONE", "cannot be reached (ECONNREFUSED)");

test("the first ask is live, the second is kept, and many keys are one call", async () => {
  const { live, ask } = cachedInMemory();
  live.give({ a: 1, b: 2, c: 3 });
  expect(await ask("a", "b")).toEqual({ a: "1 LIVE", b: "2 LIVE" });
  expect(await ask("a", "b")).toEqual({ a: "1 CACHED", b: "2 CACHED" });
  expect(await ask("c", "b", "a")).toEqual({ c: "3 LIVE", b: "2 CACHED", a: "1 CACHED" });
  expect(live.calls).toEqual([["a", "b"], ["c"]]);
});

test("a stale entry is served at once and renewed once behind, however many ask", async () => {
  const { clock, live, ask, refreshes } = cachedInMemory();
  live.give({ a: 1 });
  await ask("a");
  clock.advance(61_000);
  live.give({ a: 2 });
  expect(await Promise.all([ask("a"), ask("a"), ask("a")])).toEqual(Array(3).fill({ a: "1 STALE" }));
  await until("the refresh", async () => (await refreshes("changed")) === 1);
  expect(await ask("a")).toEqual({ a: "2 CACHED" });
  expect(live.calls.length).toBe(2);
});

test("a stale entry is served for as long as its source fails, which is not asked again within the error time", async () => {
  const { clock, live, ask, refreshes } = cachedInMemory();
  live.give({ a: 1 });
  await ask("a");
  live.fail(down());
  clock.advance(61_000);
  expect(await ask("a")).toEqual({ a: "1 STALE" });
  await until("the failure", async () => (await refreshes("failed")) === 1);
  expect(await ask("a")).toEqual({ a: "1 STALE" });
  await until("the lock to be found held", async () => (await refreshes("elsewhere")) === 1);
  expect(live.calls.length).toBe(2);
  clock.advance(2_100);
  live.give({ a: 3 });
  expect(await ask("a")).toEqual({ a: "1 STALE" });
  await until("the refresh", async () => (await refreshes("changed")) === 1);
  expect(await ask("a")).toEqual({ a: "3 CACHED" });
});

test("past its stale time an entry answers no more", async () => {
  const { clock, live, ask } = cachedInMemory();
  live.give({ a: 1 });
  await ask("a");
  clock.advance(661_000);
  live.fail(down());
  await expect(ask("a")).rejects.toMatchObject({ extensions: { code: "SOURCE_UNAVAILABLE" } });
});

test("a failure is remembered for its short time and is never taken for a value", async () => {
  const { clock, live, ask } = cachedInMemory();
  live.fail(new SourceNeedsKey("LIVE_ONE", "asks for a key: set LIVE_ONE_KEY"));
  const refused = { message: "LIVE_ONE asks for a key: set LIVE_ONE_KEY.", extensions: { code: "SOURCE_NEEDS_KEY" } };
  await expect(ask("a")).rejects.toMatchObject(refused);
  await expect(ask("a")).rejects.toMatchObject(refused);
  expect(live.calls.length).toBe(1);
  live.give({ a: 1 });
  clock.advance(2_001);
  expect(await ask("a")).toEqual({ a: "1 LIVE" });
});

test("a fault of our own is not remembered", async () => {
  const { live, ask } = cachedInMemory();
  live.fail(new TypeError("a mistake"));
  await expect(ask("a")).rejects.toThrow("a mistake");
  live.give({ a: 1 });
  expect(await ask("a")).toEqual({ a: "1 LIVE" });
});

test("a key that the source has nothing for is absent, and believed absent for its own time", async () => {
  const { clock, live, ask, reads } = cachedInMemory();
  live.give({ a: 1 });
  expect(await ask("a", "none")).toEqual({ a: "1 LIVE" });
  expect(await ask("a", "none")).toEqual({ a: "1 CACHED" });
  expect(await reads("negative")).toBe(1);
  clock.advance(30_001);
  live.give({ none: 5 });
  expect(await ask("none")).toEqual({ none: "5 LIVE" });
  expect(live.calls).toEqual([["a", "none"], ["none"]]);
});

test("a figure may be zero", async () => {
  const { live, ask } = cachedInMemory();
  live.give({ a: 0 });
  expect(await ask("a")).toEqual({ a: "0 LIVE" });
  expect(await ask("a")).toEqual({ a: "0 CACHED" });
});

test("what took long to fetch is renewed before it is stale, and is served as kept meanwhile", async () => {
  const chances = { value: 0.5 };
  const { clock, live, ask, refreshes } = cachedInMemory({ random: () => chances.value });
  live.during(() => clock.advance(4_000));
  live.give({ a: 1 });
  await ask("a");
  live.give({ a: 2 });
  // ln(0.5) of 4 s is 2.8 s: three seconds before the end it is too early, with a luckier draw it is not.
  clock.advance(57_000);
  expect(await ask("a")).toEqual({ a: "1 CACHED" });
  expect(live.calls.length).toBe(1);
  chances.value = 0.1;
  expect(await ask("a")).toEqual({ a: "1 CACHED" });
  await until("the refresh", async () => (await refreshes("changed")) === 1);
  chances.value = 0.5;
  expect(await ask("a")).toEqual({ a: "2 CACHED" });
});

test("an invalidated answer is asked for again, by the source's tag and by a tag of its own", async () => {
  const { live, ask, store } = cachedInMemory({ options: { tagsOf: (key) => [`letter:${key}`] } });
  live.give({ a: 1, b: 2 });
  await ask("a", "b");
  expect(await store.invalidate(["letter:a"])).toBe(1);
  expect(await ask("a", "b")).toEqual({ a: "1 LIVE", b: "2 CACHED" });
  expect(await store.invalidate(["source:LIVE_ONE"])).toBe(2);
  expect(await ask("a", "b")).toEqual({ a: "1 LIVE", b: "2 LIVE" });
});

test("another version of the records asks anew", async () => {
  const { live, source, store, clock } = cachedInMemory();
  live.give({ a: 1 });
  await source.fetch(["a"]);
  const { deps } = openStorage(undefined, { clock: clock.now });
  const next = cached(live, {
    ...deps,
    store,
    policy: { ...policy, version: 2 },
    operation: "figures",
    keyOf: (key) => key,
  });
  expect((await next.fetch(["a"])).get("a")?.freshness).toBe("LIVE");
});
