import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { percentile } from "../../support/cache-load.ts";
import { figuresOver, openOverRedis, untilKept } from "../../support/cached-figures.ts";

test("with the upstream asleep, a stale entry is served in under 50 ms at the 99th percentile", async () => {
  const { redis, storage } = await openOverRedis();
  const { live, ask } = figuresOver(storage, { freshSeconds: 0.001 });
  live.give({ a: 1 });
  await ask("a");
  await untilKept(redis, "a");
  live.during(() => sleep(10_000, undefined, { ref: false }));
  const times: number[] = [];
  for (let asked = 0; asked < 500; asked++) {
    const askedAt = performance.now();
    expect(await ask("a")).toBe("1 STALE");
    times.push(performance.now() - askedAt);
  }
  const p99 = percentile(Float64Array.from(times).sort(), 0.99);
  process.stdout.write(`upstream asleep for 10 s: stale entry served in ${p99.toFixed(1)} ms (p99 of 500)\n`);
  expect(p99).toBeLessThan(50);
  expect(live.calls.length).toBe(2);
});
