import { expect, test } from "vitest";
import { createMemoryCounters } from "../../../subgraphs/kit/cache/memory-counters.ts";
import type { SourceError } from "../../../subgraphs/kit/source/errors.ts";
import type { Http } from "../../../subgraphs/kit/source/http.ts";
import { type Quota, withPace } from "../../../subgraphs/kit/source/pace.ts";
import type { Pace } from "../../../subgraphs/kit/source/upstreams.ts";
import { createTestClock } from "../../support/test-clock.ts";

function replicas(pace: Pace, count = 1) {
  const clock = createTestClock();
  const counters = createMemoryCounters(clock.now);
  const sentAt: number[] = [];
  const quotas: Quota[] = [];
  const http: Http = async (request) => {
    sentAt.push(clock.now());
    return request.parse({ source: "FTS", status: 200, headers: new Headers(), text: "" });
  };
  const start = clock.now();
  const options = { source: "FTS", pace, counters, delay: clock.delay, clock: clock.now, longestWaitMs: 60_000 };
  const asks = Array.from({ length: count }, () =>
    withPace(http, { ...options, onQuota: (quota) => quotas.push(quota) }),
  );
  const ask = (replica: number, weight?: number) =>
    asks[replica]?.({ url: new URL("http://x"), parse: () => null, ...(weight !== undefined && { weight }) });
  return { ask, clock, quotas, sentAt, seconds: () => sentAt.map((at) => Math.floor((at - start) / 1000)) };
}

test("calls above the limit of a second wait for the next one", async () => {
  const { ask, seconds } = replicas({ perSecond: 2 });
  for (let i = 0; i < 5; i++) await ask(0);
  expect(seconds()).toEqual([0, 0, 1, 1, 2]);
});

test("one call a second is a distance of a second, also across the edge of two windows", async () => {
  const { ask, clock, sentAt } = replicas({ perSecond: 1 });
  clock.advance(900);
  for (let i = 0; i < 3; i++) await ask(0);
  expect(sentAt.slice(1).map((at, i) => at - (sentAt[i] ?? 0))).toEqual([1000, 1000]);
});

test("replicas with common counters share one budget", async () => {
  const { ask, seconds } = replicas({ perSecond: 1 }, 3);
  for (let i = 0; i < 6; i++) await ask(i % 3);
  expect(seconds()).toEqual([0, 1, 2, 3, 4, 5]);
});

test("the weight of a call counts against every window, and one heavier than a window goes alone", async () => {
  const { ask, seconds } = replicas({ perMinute: 10 });
  await ask(0, 6);
  await ask(0, 5);
  await ask(0, 25);
  await ask(0, 1);
  expect(seconds()).toEqual([0, 60, 120, 180]);
});

test("when a day's calls are used up the error says so at once and says when they come back", async () => {
  const { ask, clock, quotas } = replicas({ perSecond: 10, perDay: 2 });
  await ask(0);
  await ask(0);
  expect(quotas.map(({ remaining }) => remaining)).toEqual([1, 0]);
  expect(quotas[0]?.resetsAt).toBe(Date.UTC(2026, 10, 25));
  const error = (await ask(0)?.catch((reason: unknown) => reason)) as SourceError;
  expect(error.extensions).toMatchObject({ code: "SOURCE_QUOTA_EXCEEDED" });
  expect(error.retryAfterMs).toBe(24 * 3_600_000);
  expect(clock.waits).toEqual([]);

  clock.advance(24 * 3_600_000);
  await ask(0);
  expect(quotas.at(-1)?.remaining).toBe(1);
});

test("of a quota that calls take parts of, whole calls are left", async () => {
  const { ask, quotas } = replicas({ perDay: 10 });
  await ask(0, 2.4);
  await ask(0, 7.5);
  expect(quotas.map(({ remaining }) => remaining)).toEqual([7, 0]);
});
