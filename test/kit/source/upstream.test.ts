import { gzipSync } from "node:zlib";
import { expect, test, vi } from "vitest";
import { askRows, goodRows } from "../../support/asked-rows.ts";
import { replayedService } from "../../support/replay-source.ts";
import { sourceFailure } from "../../support/source-failure.ts";
import { openTestUpstream, type TestUpstreamOptions } from "../../support/test-upstream.ts";

const replay = replayedService();
const open = (options: TestUpstreamOptions = {}) => openTestUpstream("GDACS", replay.url, options);

test("a question carries its query and says who asks", async () => {
  replay.script("/data", goodRows);
  expect(await askRows(open().upstream)).toEqual(goodRows.body);
  const [request] = replay.requests;
  expect(String(request?.query)).toBe("year=2024&iso=KAZ&iso=UZB");
  expect(request?.headers["user-agent"]).toMatch(/^Aryk\//);
});

test.each([
  ["an internal error", { status: 500, body: "oops" }],
  ["a reset connection", { fault: "reset" as const }],
  ["a body that ends in the middle", { ...goodRows, fault: "cut" as const }],
  ["a page instead of data", { body: "<html><body>Request Error</body></html>" }],
  ["a page with status 400", { status: 400, body: "<!DOCTYPE html><html></html>" }],
  ["an empty answer", { body: "" }],
  ["broken JSON", { body: '{"total": 1, "rows": [' }],
])("%s is tried again and the next answer taken", async (_name, fault) => {
  replay.script("/data", fault, goodRows);
  const { upstream, clock } = open();
  expect(await askRows(upstream)).toEqual(goodRows.body);
  expect(replay.requests).toHaveLength(2);
  expect(clock.waits).toEqual([250]);
});

test.each([
  ["SOURCE_UNAVAILABLE", { status: 503, body: "overloaded" }, 3],
  ["SOURCE_UNAVAILABLE", { fault: "reset" as const }, 3],
  ["SOURCE_MALFORMED", { body: "<html></html>" }, 3],
  ["SOURCE_MALFORMED", { body: { total: "many", rows: [] } }, 1],
  ["SOURCE_REJECTED", { status: 400, body: { error: "no such year" } }, 1],
  ["SOURCE_REJECTED", { status: 404, body: "" }, 1],
  ["SOURCE_MALFORMED", { status: 202, body: "later" }, 1],
  ["SOURCE_MALFORMED", { status: 304 }, 1],
  ["SOURCE_REJECTED", { status: 406, body: { error: "Blocked due to bot activity." } }, 1],
  ["SOURCE_RATE_LIMITED", { status: 429, headers: { "retry-after": "1" }, body: "" }, 3],
  ["SOURCE_RATE_LIMITED", { status: 429, headers: { "retry-after": "600" }, body: "" }, 1],
  ["SOURCE_QUOTA_EXCEEDED", { status: 403, headers: { "retry-after": "3600" }, body: "" }, 1],
  ["SOURCE_QUOTA_EXCEEDED", { status: 429, body: { reason: "Daily API request limit exceeded." } }, 1],
])("%s is the code of %j after %d attempts", async (code, reply, attempts) => {
  replay.script("/data", reply);
  const error = await sourceFailure(askRows(open().upstream));
  expect(error.extensions).toMatchObject({ code });
  expect(error.message).toMatch(/^GDACS /);
  expect(replay.requests).toHaveLength(attempts);
});

test("a changed shape says where", async () => {
  replay.script("/data", { body: { total: 1, rows: [{ year: 2024 }, { year: "2025" }] } });
  const error = await sourceFailure(askRows(open().upstream));
  expect(error.at).toBe("rows[1].year");
  expect(error.message).toContain("rows[1].year");
});

test("an upstream that never answers is given up after the time of an attempt", async () => {
  replay.script("/data", { fault: "never" });
  const error = await sourceFailure(askRows(open({ info: { timeoutMs: 50 } }).upstream));
  expect(error.extensions).toMatchObject({ code: "SOURCE_TIMEOUT" });
  expect(replay.requests).toHaveLength(3);
});

test("whoever asked can give up, also while waiting for a turn, and nothing is tried again for them", async () => {
  replay.script("/data", { fault: "never" });
  const { upstream } = open({ info: { concurrency: 1 } });
  const leaving = new AbortController();
  const calls = [sourceFailure(askRows(upstream, leaving.signal)), sourceFailure(askRows(upstream, leaving.signal))];
  await vi.waitFor(() => expect(replay.requests).toHaveLength(1));
  leaving.abort();
  for (const error of await Promise.all(calls)) expect(error.extensions).toMatchObject({ code: "SOURCE_TIMEOUT" });
  expect(replay.requests).toHaveLength(1);
});

test("Retry-After is obeyed to the second", async () => {
  replay.script("/data", { status: 429, headers: { "retry-after": "7" }, body: "" }, goodRows);
  const { upstream, clock } = open();
  expect(await askRows(upstream)).toEqual(goodRows.body);
  expect(clock.waits).toEqual([7000]);
});

test("an answer above the size limit is refused", async () => {
  replay.script("/data", { body: "x".repeat(2000) });
  const error = await sourceFailure(askRows(open({ info: { maxBytes: 1000 } }).upstream));
  expect(error.extensions).toMatchObject({ code: "SOURCE_MALFORMED" });
  expect(replay.requests).toHaveLength(1);
});

test("a small answer that unpacks to a large one is refused too", async () => {
  const body = gzipSync(JSON.stringify({ ...goodRows.body, padding: " ".repeat(1_000_000) }));
  expect(body.length).toBeLessThan(10_000);
  replay.script("/data", { headers: { "content-encoding": "gzip" }, body });
  const error = await sourceFailure(askRows(open({ info: { maxBytes: 10_000 } }).upstream));
  expect(error.extensions).toMatchObject({ code: "SOURCE_MALFORMED" });
  expect(await askRows(open({ info: { maxBytes: 2_000_000 } }).upstream)).toEqual(goodRows.body);
});
