import { expect, test } from "vitest";
import { readSourceStatuses } from "../../../subgraphs/countries/source-status.ts";
import { createMemoryCounters } from "../../../subgraphs/kit/cache/memory-counters.ts";
import { createMemoryStore } from "../../../subgraphs/kit/cache/memory-store.ts";
import { sources } from "../../../subgraphs/kit/register/sources.ts";
import { openUpstreams } from "../../../subgraphs/kit/source/open-upstreams.ts";
import { readSourceSettings } from "../../../subgraphs/kit/source/settings.ts";
import { createStatusBoard } from "../../../subgraphs/kit/source/status.ts";
import { upstreamIds } from "../../../subgraphs/kit/source/upstreams.ts";
import { createTestClock } from "../../support/test-clock.ts";

function processes() {
  const clock = createTestClock();
  const store = createMemoryStore({ maxBytes: 1e6, clock: clock.now });
  const settings = readSourceSettings({ OPENAQ_KEY: "k" }, []);
  const here = openUpstreams({ settings, store, counters: createMemoryCounters(clock.now), clock: clock.now });
  const there = createStatusBoard({ store, clock: clock.now });
  const statusOf = async (id: string) => {
    const all = await readSourceStatuses({ upstreams: here, mode: "auto", clock: clock.now });
    return all.find(({ source }) => source.id === id);
  };
  return { clock, here, there, statusOf };
}

test("every upstream stands in the register of sources", () => {
  const registered = new Set(sources.map(({ id }) => id));
  expect(upstreamIds.filter((id) => !registered.has(id))).toEqual([]);
});

test("what another process asks is unknown until it has written how it stands", async () => {
  const { here, there, statusOf } = processes();
  expect(await statusOf("COMTRADE")).toMatchObject({ availability: "UNKNOWN", lastSuccess: null });
  there.note("COMTRADE", {
    lastSuccess: "2026-11-24T00:00:00.000Z",
    quotaRemaining: 499,
    quotaResetsAt: "2026-11-25T00:00:00.000Z",
  });
  expect(await statusOf("COMTRADE")).toMatchObject({
    availability: "LIVE",
    lastSuccess: "2026-11-24T00:00:00.000Z",
    quotaRemaining: 499,
    quotaResetsAt: "2026-11-25T00:00:00.000Z",
  });
  here.open("IMF");
  expect(await statusOf("IMF")).toMatchObject({ availability: "LIVE", lastSuccess: null });
  expect(await statusOf("RELIEFWEB")).toMatchObject({ availability: "NEEDS_KEY", needsKey: true, hasKey: false });
  expect(await statusOf("OPENAQ")).toMatchObject({ availability: "UNKNOWN", needsKey: true, hasKey: true });
});

test("what was left of a day that is over is no longer told", async () => {
  const { clock, there, statusOf } = processes();
  const quotaResetsAt = new Date(clock.now() + 3_600_000).toISOString();
  there.note("COMTRADE", { quotaRemaining: 0, quotaResetsAt });
  expect(await statusOf("COMTRADE")).toMatchObject({ quotaRemaining: 0, quotaResetsAt });
  clock.advance(3_600_000);
  expect(await statusOf("COMTRADE")).toMatchObject({ quotaRemaining: null, quotaResetsAt: null });
});

test("an open breaker is told, and that of a process that is gone is not told for ever", async () => {
  const { clock, there, statusOf } = processes();
  const lastErrorAt = new Date(clock.now()).toISOString();
  there.note("GDACS", { breakerOpen: true, lastErrorCode: "SOURCE_UNAVAILABLE", lastErrorAt });
  expect(await statusOf("GDACS")).toMatchObject({ availability: "BREAKER_OPEN", lastErrorCode: "SOURCE_UNAVAILABLE" });
  clock.advance(11 * 60_000);
  expect(await statusOf("GDACS")).toMatchObject({ availability: "LIVE", lastErrorAt });
});
