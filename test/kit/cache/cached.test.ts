import { expect, test } from "vitest";
import { type CachedOptions, cached, type SourcesMode } from "../../../subgraphs/kit/cache/cached.ts";
import { SourceNeedsKey, SourceUnavailable } from "../../../subgraphs/kit/source/errors.ts";
import { PartialFailure } from "../../../subgraphs/kit/source/partial-failure.ts";
import { until } from "../../support/redis.ts";
import { scriptedSource } from "../../support/scripted-source.ts";
import { counted, openStorage } from "../../support/storage.ts";
import { createTestClock } from "../../support/test-clock.ts";

const policy = { version: 1, freshSeconds: 60, staleSeconds: 600, negativeSeconds: 30 };

interface SetupOptions {
  readonly mode?: SourcesMode;
  readonly shipped?: Readonly<Record<string, number>>;
  /** From 0 to below 1; the default keeps every time to live as it is and renews nothing early. */
  readonly random?: () => number;
  readonly options?: Partial<CachedOptions<string, number>>;
}

function setUp({ mode = "auto", shipped, random = () => 0.5, options = {} }: SetupOptions = {}) {
  const clock = createTestClock();
  const { deps, registry } = openStorage(undefined, { clock: clock.now, random });
  const live = scriptedSource("LIVE_ONE", clock.now);
  const tables = scriptedSource("LIVE_ONE", clock.now, "SNAPSHOT");
  if (shipped) tables.give(shipped);
  const source = cached(live, {
    ...deps,
    mode,
    policy,
    operation: "figures",
    keyOf: (key) => key,
    ...(shipped && { fallback: tables }),
    ...options,
  });
  const ask = async (...keys: string[]) =>
    Object.fromEntries(
      [...(await source.fetch(keys))].map(([key, { data, freshness }]) => [key, `${data} ${freshness}`]),
    );
  const refreshes = (outcome: string) => counted(registry, "aryk_cache_refreshes_total", { outcome });
  const reads = (result: string) => counted(registry, "aryk_cache_reads_total", { result });
  return { clock, live, source, ask, refreshes, reads, store: deps.store };
}

const down = () => new SourceUnavailable("LIVE_ONE", "cannot be reached (ECONNREFUSED)");

test("the first ask is live, the second is kept, and many keys are one call", async () => {
  const { live, ask } = setUp();
  live.give({ a: 1, b: 2, c: 3 });
  expect(await ask("a", "b")).toEqual({ a: "1 LIVE", b: "2 LIVE" });
  expect(await ask("a", "b")).toEqual({ a: "1 CACHED", b: "2 CACHED" });
  expect(await ask("c", "b", "a")).toEqual({ c: "3 LIVE", b: "2 CACHED", a: "1 CACHED" });
  expect(live.calls).toEqual([["a", "b"], ["c"]]);
});

test("a stale entry is served at once and renewed once behind, however many ask", async () => {
  const { clock, live, ask, refreshes } = setUp();
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
  const { clock, live, ask, refreshes } = setUp();
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
  const { clock, live, ask } = setUp();
  live.give({ a: 1 });
  await ask("a");
  clock.advance(661_000);
  live.fail(down());
  await expect(ask("a")).rejects.toMatchObject({ extensions: { code: "SOURCE_UNAVAILABLE" } });
});

test("a failure is remembered for its short time and is never taken for a value", async () => {
  const { clock, live, ask } = setUp();
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
  const { live, ask } = setUp();
  live.fail(new TypeError("a mistake"));
  await expect(ask("a")).rejects.toThrow("a mistake");
  live.give({ a: 1 });
  expect(await ask("a")).toEqual({ a: "1 LIVE" });
});

test("a key that the source has nothing for is absent, and believed absent for its own time", async () => {
  const { clock, live, ask, reads } = setUp();
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
  const { live, ask } = setUp();
  live.give({ a: 0 });
  expect(await ask("a")).toEqual({ a: "0 LIVE" });
  expect(await ask("a")).toEqual({ a: "0 CACHED" });
});

test("in auto mode the shipped figure comes at once, though the source never answers", async () => {
  const { live, ask } = setUp({ shipped: { a: 7 } });
  live.during(() => new Promise(() => undefined));
  expect(await ask("a")).toEqual({ a: "7 SNAPSHOT" });
  expect(await ask("a")).toEqual({ a: "7 SNAPSHOT" });
  await until("the refresh to be under way", () => live.calls.length === 1);
});

test("in auto mode the shipped figure gives way to the live one, one call behind for all keys", async () => {
  const { live, ask, refreshes } = setUp({ shipped: { a: 7, b: 8 } });
  live.give({ a: 70, b: 80, c: 90 });
  expect(await ask("a", "b", "c")).toEqual({ a: "7 SNAPSHOT", b: "8 SNAPSHOT", c: "90 LIVE" });
  await until("the refresh", async () => (await refreshes("changed")) === 2);
  expect(await ask("a", "b")).toEqual({ a: "70 CACHED", b: "80 CACHED" });
  expect(live.calls.map((keys) => keys.join("")).sort()).toEqual(["ab", "c"]);
});

test("in auto mode what the source has nothing for is still answered from the shipped figures", async () => {
  const { live, ask, refreshes } = setUp({ shipped: { a: 7 } });
  live.give({});
  await ask("a");
  await until("the refresh", async () => (await refreshes("gone")) === 1);
  expect(await ask("a")).toEqual({ a: "7 SNAPSHOT" });
  expect(live.calls.length).toBe(1);
});

test("in live mode shipped figures never answer", async () => {
  const { live, ask } = setUp({ mode: "live", shipped: { a: 7 } });
  live.give({ a: 70 });
  expect(await ask("a")).toEqual({ a: "70 LIVE" });
  live.fail(down());
  await expect(ask("b")).rejects.toMatchObject({ extensions: { code: "SOURCE_UNAVAILABLE" } });
});

test("in snapshot mode neither the source nor the store is asked", async () => {
  const { live, ask, reads } = setUp({ mode: "snapshot", shipped: { a: 7 } });
  expect(await ask("a", "b")).toEqual({ a: "7 SNAPSHOT" });
  expect(live.calls.length).toBe(0);
  expect(await reads("snapshot")).toBe(0);
});

test("those who ask while a fetch is under way share it; only the one who set it off calls it live", async () => {
  const { live, ask } = setUp();
  live.give({ a: 1 });
  const answers = await Promise.all(Array.from({ length: 100 }, () => ask("a")));
  expect(answers.filter(({ a }) => a === "1 LIVE").length).toBe(1);
  expect(answers.filter(({ a }) => a === "1 CACHED").length).toBe(99);
  expect(live.calls.length).toBe(1);
});

test("one failing key costs the others nothing", async () => {
  const { live, source, ask } = setUp();
  live.give({ a: 1 });
  await ask("a");
  live.fail(down());
  const failure = await source.fetch(["a", "b"]).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(PartialFailure);
  const { readings, failures } = failure as PartialFailure<string, number>;
  expect([...readings.keys()]).toEqual(["a"]);
  expect([...failures.keys()]).toEqual(["b"]);
});

test("who asks waits no longer than its signal, and the fetch goes on for the next", async () => {
  const { live, source, ask } = setUp();
  live.give({ a: 1 });
  let answer: () => void = () => undefined;
  live.during(() => new Promise((resolve) => (answer = resolve)));
  const request = new AbortController();
  const asked = source.fetch(["a"], request.signal);
  await until("the call", () => live.calls.length === 1);
  request.abort();
  await expect(asked).rejects.toMatchObject({ extensions: { code: "SOURCE_TIMEOUT" } });
  answer();
  expect(await ask("a")).toEqual({ a: "1 CACHED" });
  expect(live.calls.length).toBe(1);
});

test("a source that never answers is given up after its time", async () => {
  const { live, ask } = setUp({ options: { policy: { ...policy, fetchTimeoutMs: 30 } } });
  live.during(() => new Promise(() => undefined));
  await expect(ask("a")).rejects.toMatchObject({ extensions: { code: "SOURCE_TIMEOUT" } });
});

test("what took long to fetch is renewed before it is stale, and is served as kept meanwhile", async () => {
  const chances = { value: 0.5 };
  const { clock, live, ask, refreshes } = setUp({ random: () => chances.value });
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
  const { live, ask, store } = setUp({ options: { tagsOf: (key) => [`letter:${key}`] } });
  live.give({ a: 1, b: 2 });
  await ask("a", "b");
  expect(await store.invalidate(["letter:a"])).toBe(1);
  expect(await ask("a", "b")).toEqual({ a: "1 LIVE", b: "2 CACHED" });
  expect(await store.invalidate(["source:LIVE_ONE"])).toBe(2);
  expect(await ask("a", "b")).toEqual({ a: "1 LIVE", b: "2 LIVE" });
});

test("another version of the records asks anew", async () => {
  const { live, source, store, clock } = setUp();
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
