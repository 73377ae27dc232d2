import { expect, test } from "vitest";
import { SourceUnavailable } from "../../../subgraphs/kit/source/errors.ts";
import { cachedInMemory } from "../../support/cached-in-memory.ts";
import { until } from "../../support/redis.ts";

test("in auto mode the shipped figure comes at once, though the source never answers", async () => {
  const { live, ask } = cachedInMemory({ shipped: { a: 7 } });
  live.during(() => new Promise(() => undefined));
  expect(await ask("a")).toEqual({ a: "7 SNAPSHOT" });
  expect(await ask("a")).toEqual({ a: "7 SNAPSHOT" });
  await until("the refresh to be under way", () => live.calls.length === 1);
});

test("in auto mode the shipped figure gives way to the live one, one call behind for all keys", async () => {
  const { live, ask, refreshes } = cachedInMemory({ shipped: { a: 7, b: 8 } });
  live.give({ a: 70, b: 80, c: 90 });
  expect(await ask("a", "b", "c")).toEqual({ a: "7 SNAPSHOT", b: "8 SNAPSHOT", c: "90 LIVE" });
  await until("the refresh", async () => (await refreshes("changed")) === 2);
  expect(await ask("a", "b")).toEqual({ a: "70 CACHED", b: "80 CACHED" });
  expect(live.calls.map((keys) => keys.join("")).sort()).toEqual(["ab", "c"]);
});

test("in auto mode what the source has nothing for is still answered from the shipped figures", async () => {
  const { live, ask, refreshes } = cachedInMemory({ shipped: { a: 7 } });
  live.give({});
  await ask("a");
  await until("the refresh", async () => (await refreshes("gone")) === 1);
  expect(await ask("a")).toEqual({ a: "7 SNAPSHOT" });
  expect(live.calls.length).toBe(1);
});

test("in live mode shipped figures never answer", async () => {
  const { live, ask } = cachedInMemory({ mode: "live", shipped: { a: 7 } });
  live.give({ a: 70 });
  expect(await ask("a")).toEqual({ a: "70 LIVE" });
  live.fail(new SourceUnavailable("LIVE_ONE", "cannot be reached"));
  await expect(ask("b")).rejects.toMatchObject({ extensions: { code: "SOURCE_UNAVAILABLE" } });
});

test("in snapshot mode neither the source nor the store is asked", async () => {
  const { live, ask, reads } = cachedInMemory({ mode: "snapshot", shipped: { a: 7 } });
  expect(await ask("a", "b")).toEqual({ a: "7 SNAPSHOT" });
  expect(live.calls.length).toBe(0);
  expect(await reads("snapshot")).toBe(0);
});
