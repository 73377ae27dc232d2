import { expect, test } from "vitest";
import { cached } from "../../../subgraphs/kit/cache/cached.ts";
import { cacheKey } from "../../../subgraphs/kit/cache/key.ts";
import { isDueEarly } from "../../../subgraphs/kit/cache/policy.ts";
import { scriptedSource } from "../../support/scripted-source.ts";
import { openStorage } from "../../support/storage.ts";
import { createTestClock } from "../../support/test-clock.ts";

test("10,000 keys set together expire spread over the jitter window", async () => {
  const clock = createTestClock();
  const { deps } = openStorage(undefined, { clock: clock.now });
  const keys = Array.from({ length: 10_000 }, (_, index) => String(index));
  const live = scriptedSource("JITTER", clock.now);
  live.give(Object.fromEntries(keys.map((key) => [key, 1])));
  const policy = { version: 1, freshSeconds: 1000, staleSeconds: 1000, negativeSeconds: 1 };
  await cached(live, { ...deps, policy, operation: "spread", keyOf: (key) => key }).fetch(keys);

  const ids = keys.map((args) => cacheKey({ version: 1, source: "JITTER", operation: "spread", args }));
  const entries = [...(await deps.store.getMany(ids)).values()];
  const seconds = entries.map(({ freshUntil, storedAt }) => (freshUntil - storedAt) / 1000);
  const perBucket = Array<number>(20).fill(0);
  // 900 to 1,100 seconds in buckets of ten.
  for (const each of seconds) {
    const bucket = Math.min(19, Math.floor((each - 900) / 10));
    perBucket[bucket] = (perBucket[bucket] ?? 0) + 1;
  }
  const [fewest, most] = [Math.min(...perBucket), Math.max(...perBucket)];
  process.stdout.write(
    `10,000 keys of 1,000 s expire between ${Math.min(...seconds).toFixed(0)} and ${Math.max(...seconds).toFixed(0)} s, ${fewest} to ${most} in each of 20 parts\n`,
  );
  expect(entries.length).toBe(10_000);
  expect(fewest).toBeGreaterThan(350);
  expect(most).toBeLessThan(650);
});

test("the nearer its end and the dearer it was, the likelier an entry is renewed early", () => {
  const entry = (costMs: number) => ({ value: 1, storedAt: 0, freshUntil: 100_000, staleUntil: 200_000, costMs });
  const share = (costMs: number, now: number) => {
    const draws = Array.from({ length: 10_000 }, (_, index) => (index + 0.5) / 10_000);
    return draws.filter((random) => isDueEarly(entry(costMs), now, random)).length / draws.length;
  };
  // The chance is e to the minus (time left / cost).
  expect(share(2_000, 99_000)).toBeCloseTo(Math.exp(-0.5), 2);
  expect(share(2_000, 90_000)).toBeCloseTo(Math.exp(-5), 2);
  expect(share(10, 99_000)).toBe(0);
  expect(share(2_000, 100_000)).toBe(1);
  expect(isDueEarly(entry(0), 99_999, 0)).toBe(false);
});
