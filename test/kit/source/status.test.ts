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

test("a process that only failed hides no success of another, and the newest of each is told, also after a restart", async () => {
  const clock = createTestClock();
  const store = createMemoryStore({ maxBytes: 1e6, clock: clock.now });
  const open = () => createStatusBoard({ store, clock: clock.now });
  const [answered, failed] = [open(), open()];
  const at = (minute: number) => `2026-11-24T00:0${minute}:00.000Z`;
  const quotaResetsAt = "2026-11-25T00:00:00.000Z";
  answered.note("FTS", { lastErrorCode: "SOURCE_TIMEOUT", lastErrorAt: at(1) });
  clock.advance(1000);
  answered.note("FTS", { lastSuccess: at(2), quotaRemaining: 9, quotaResetsAt });
  failed.note("FTS", {
    ...{ lastErrorCode: "SOURCE_UNAVAILABLE", lastErrorAt: at(3), breakerOpen: true },
    ...{ quotaRemaining: 8, quotaResetsAt },
  });
  const both = {
    ...{ lastSuccess: at(2), lastErrorCode: "SOURCE_UNAVAILABLE", lastErrorAt: at(3), breakerOpen: true },
    ...{ quotaRemaining: 8, quotaResetsAt },
  };
  for (const board of [answered, failed, open()]) expect((await board.read(["FTS"])).get("FTS")).toEqual(both);

  clock.advance(1000);
  answered.note("FTS", { lastSuccess: at(4) });
  const since = { ...both, lastSuccess: at(4), breakerOpen: false };
  for (const board of [answered, failed, open()]) expect((await board.read(["FTS"])).get("FTS")).toEqual(since);
});

test("a damaged entry is no status", async () => {
  const clock = createTestClock();
  const store = createMemoryStore({ maxBytes: 1e6, clock: clock.now });
  const until = clock.now() + 1e6;
  for (const part of ["success", "failure", "quota"]) {
    const value = { lastSuccess: "yesterday", lastErrorAt: 7, quotaRemaining: 1.5 };
    await store.set(`aryk:v1:status:FTS:${part}`, { value, storedAt: 0, freshUntil: until, staleUntil: until });
  }
  expect((await createStatusBoard({ store, clock: clock.now }).read(["FTS"])).size).toBe(0);
});
