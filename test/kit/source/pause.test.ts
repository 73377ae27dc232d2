import { expect, test } from "vitest";
import { z } from "zod";
import { createMemoryStore } from "../../../subgraphs/kit/cache/memory-store.ts";
import { json } from "../../../subgraphs/kit/source/json.ts";
import { replayedService } from "../../support/replay-source.ts";
import { sourceFailure } from "../../support/source-failure.ts";
import { createTestClock } from "../../support/test-clock.ts";
import { openTestUpstream } from "../../support/test-upstream.ts";
import type { Reply } from "../../support/upstream.ts";

const good = { body: { year: 2024 } };
const minuteMs = 60_000;

const replay = replayedService();

/** Two replicas with one store and one clock. */
function replicas() {
  const clock = createTestClock();
  const store = createMemoryStore({ maxBytes: 1e6, clock: clock.now });
  const open = () => toAsk(openTestUpstream("GDACS", replay.url, { clock, store }));
  return { clock, here: open(), there: open() };
}

const toAsk =
  ({ upstream }: ReturnType<typeof openTestUpstream>) =>
  (path: string) =>
    upstream.get({ path, parse: json(z.object({ year: z.number() })) });

const failing = async (call: Promise<unknown>) => (await sourceFailure(call)).code;

test.each<[string, Reply, number]>([
  ["SOURCE_RATE_LIMITED", { status: 429, headers: { "retry-after": "600" }, body: "" }, 10 * minuteMs],
  ["SOURCE_QUOTA_EXCEEDED", { status: 403, headers: { "retry-after": "3600" }, body: "" }, 60 * minuteMs],
  ["SOURCE_UNAVAILABLE", { status: 503, headers: { "retry-after": "120" }, body: "" }, 2 * minuteMs],
  ["SOURCE_RATE_LIMITED", { status: 429, body: "Minutely API request limit exceeded." }, minuteMs],
  ["SOURCE_QUOTA_EXCEEDED", { status: 429, body: "Hourly API request limit exceeded." }, 60 * minuteMs],
  ["SOURCE_QUOTA_EXCEEDED", { status: 429, body: "Daily API request limit exceeded." }, 24 * 60 * minuteMs],
])("%s: for as long as %j asks nobody asks for anything, and then everybody again", async (code, reply, pauseMs) => {
  const { clock, here, there } = replicas();
  replay.script("/a", reply);
  replay.script("/b", good);
  expect(await failing(here("/a"))).toBe(code);
  for (const each of [here, there]) expect(await failing(each("/b"))).toBe(code);
  clock.advance(pauseMs - 20_000);
  for (const each of [here, there]) expect(await failing(each("/b"))).toBe(code);
  expect(replay.requests).toHaveLength(1);

  clock.advance(20_000);
  for (const each of [here, there]) expect(await each("/b")).toEqual(good.body);
  expect(clock.waits).toEqual([]);
});

test("a short pause is waited out, also by who was not told of it", async () => {
  const { clock, here, there } = replicas();
  replay.script("/a", { status: 403, headers: { "retry-after": "7" }, body: "" });
  replay.script("/b", good);
  expect(await failing(here("/a"))).toBe("SOURCE_QUOTA_EXCEEDED");
  expect(await there("/b")).toEqual(good.body);
  expect(clock.waits).toEqual([7000]);
});

test("nobody is taken at their word for more than a day", async () => {
  const { clock, here } = replicas();
  replay.script("/a", { status: 429, headers: { "retry-after": "999999999" }, body: "" });
  replay.script("/b", good);
  expect(await failing(here("/a"))).toBe("SOURCE_RATE_LIMITED");
  clock.advance(24 * 60 * minuteMs);
  expect(await here("/b")).toEqual(good.body);
});
