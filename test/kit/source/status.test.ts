import { afterEach, expect, test, vi } from "vitest";
import { createMemoryStore } from "../../../subgraphs/kit/cache/memory-store.ts";
import { createStatusBoard } from "../../../subgraphs/kit/source/status.ts";
import { createTestClock } from "../../support/test-clock.ts";

afterEach(() => void vi.useRealTimers());

test("another process sees the last state at most a second later, with one write a second", async () => {
  vi.useFakeTimers();
  const clock = createTestClock();
  const store = createMemoryStore({ maxBytes: 1e6, clock: clock.now });
  const set = vi.spyOn(store, "set");
  const here = createStatusBoard({ store, clock: clock.now });
  const there = createStatusBoard({ store, clock: clock.now });
  const seen = async () => (await there.read(["FTS"])).get("FTS");

  expect(await seen()).toBeUndefined();
  here.note("FTS", { lastSuccess: "2026-11-24T00:00:00.000Z" });
  expect(await seen()).toMatchObject({ lastSuccess: "2026-11-24T00:00:00.000Z", lastErrorCode: null });
  for (let i = 0; i < 50; i++)
    here.note("FTS", { lastErrorCode: "SOURCE_TIMEOUT", lastErrorAt: "2026-11-24T00:00:00.500Z" });
  expect((await seen())?.lastErrorCode).toBeNull();
  clock.advance(1000);
  await vi.advanceTimersByTimeAsync(1000);
  expect((await seen())?.lastErrorCode).toBe("SOURCE_TIMEOUT");
  expect(set).toHaveBeenCalledTimes(2);
});

test("a damaged entry is no status", async () => {
  const clock = createTestClock();
  const store = createMemoryStore({ maxBytes: 1e6, clock: clock.now });
  const until = clock.now() + 1e6;
  await store.set("aryk:v1:status:FTS", {
    value: { lastSuccess: "yesterday" },
    storedAt: 0,
    freshUntil: until,
    staleUntil: until,
  });
  expect((await createStatusBoard({ store, clock: clock.now }).read(["FTS"])).size).toBe(0);
});
