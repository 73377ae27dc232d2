import { Writable } from "node:stream";
import { pino } from "pino";
import { Registry } from "prom-client";
import { expect, test } from "vitest";
import { createReliefReports } from "../../../subgraphs/humanitarian/sources/relief-reports.ts";
import { cached } from "../../../subgraphs/kit/cache/cached.ts";
import { createMemoryCounters } from "../../../subgraphs/kit/cache/memory-counters.ts";
import { createMemoryStore } from "../../../subgraphs/kit/cache/memory-store.ts";
import { createCacheMetrics } from "../../../subgraphs/kit/cache/metrics.ts";
import type { Store } from "../../../subgraphs/kit/cache/store.ts";
import { openUpstreams } from "../../../subgraphs/kit/source/open-upstreams.ts";
import { readSourceSettings } from "../../../subgraphs/kit/source/settings.ts";
import { replayedService } from "../../support/replay-source.ts";
import { createTestClock } from "../../support/test-clock.ts";

const secret = "a-name-that-is-a-secret";
const replay = replayedService();

test("no log line, error, metric or kept entry holds a key or an address with one", async () => {
  const lines: string[] = [];
  const log = pino(
    { level: "trace" },
    new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    }),
  );
  const registry = new Registry();
  const clock = createTestClock();
  const memory = createMemoryStore({ maxBytes: 1e6, clock: clock.now });
  const kept: unknown[] = [];
  const store: Store = {
    ...memory,
    set(...entry) {
      kept.push(entry);
      return memory.set(...entry);
    },
  };
  const settings = readSourceSettings({ RELIEFWEB_BASE_URL: replay.url, RELIEFWEB_APPNAME: secret }, []);
  const upstreams = openUpstreams({
    settings,
    store,
    counters: createMemoryCounters(clock.now),
    clock: clock.now,
    delay: clock.delay,
  });
  const source = cached(createReliefReports({ upstream: upstreams.open("RELIEFWEB"), clock: clock.now }), {
    store,
    clock: clock.now,
    random: () => 0.5,
    log,
    metrics: createCacheMetrics(registry),
    mode: "live",
    onFailure: upstreams.noteFailure,
    policy: { version: 1, freshSeconds: 60, staleSeconds: 60, negativeSeconds: 60 },
    operation: "reports",
    keyOf: (country: string) => country,
  });
  const replies = [
    { status: 403, body: `${secret} is not approved` },
    { status: 500, body: secret },
    { body: `{"links": "${replay.url}/reports?appname=${secret}"` },
    { body: { data: [{ id: secret, fields: secret }] } },
    { fault: "reset" as const },
    { status: 302, headers: { location: `https://other.example/?appname=${secret}` } },
    { headers: { etag: '"1"' }, body: { data: [{ id: 1, fields: { title: "Flash update" } }] } },
  ];
  const seen: unknown[] = [];
  for (const [i, reply] of replies.entries()) {
    replay.script("/reports", reply);
    await source.fetch([`AF${i}`]).then(
      (readings) => seen.push([...readings.values()]),
      (error: Error) => seen.push(error.message, error.stack, error.cause, { ...error }),
    );
  }

  expect(replay.requests[0]?.query.get("appname")).toBe(secret);
  expect(lines.length).toBeGreaterThan(0);
  expect(kept.length).toBeGreaterThan(0);
  const everything = [lines, JSON.stringify(seen), await registry.metrics(), JSON.stringify(kept)].join("\n");
  expect(everything).not.toContain(secret);
  expect(everything).toContain("SOURCE_REJECTED");
});
