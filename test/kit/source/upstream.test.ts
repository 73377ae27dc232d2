import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { json } from "../../../subgraphs/kit/source/json.ts";
import { upstreamIds, upstreamInfo } from "../../../subgraphs/kit/source/upstreams.ts";
import { sourceFailure } from "../../support/source-failure.ts";
import { openTestUpstream, type TestUpstreamOptions } from "../../support/test-upstream.ts";
import { startUpstream, type Upstream } from "../../support/upstream.ts";

const shape = z.object({ total: z.number(), rows: z.array(z.object({ year: z.number() })) });
const good = { body: { total: 1, rows: [{ year: 2024 }] } };

let replay: Upstream;
beforeEach(async () => {
  replay = await startUpstream();
});
afterEach(() => replay.close());

const open = (options: TestUpstreamOptions = {}) => openTestUpstream("GDACS", replay.url, options);
const ask = (upstream: ReturnType<typeof open>["upstream"], signal?: AbortSignal) =>
  upstream.get({
    path: "/data",
    query: { year: 2024, skip: undefined, iso: ["KAZ", "UZB"] },
    parse: json(shape),
    signal,
  });

test("a question carries its query and says who asks", async () => {
  replay.script("/data", good);
  expect(await ask(open().upstream)).toEqual(good.body);
  const [request] = replay.requests;
  expect(String(request?.query)).toBe("year=2024&iso=KAZ&iso=UZB");
  expect(request?.headers["user-agent"]).toMatch(/^Aryk\//);
});

test.each([
  ["an internal error", { status: 500, body: "oops" }],
  ["a reset connection", { fault: "reset" as const }],
  ["a body that ends in the middle", { ...good, fault: "cut" as const }],
  ["a page instead of data", { body: "<html><body>Request Error</body></html>" }],
  ["a page with status 400", { status: 400, body: "<!DOCTYPE html><html></html>" }],
  ["an empty answer", { body: "" }],
  ["broken JSON", { body: '{"total": 1, "rows": [' }],
])("%s is tried again and the next answer taken", async (_name, fault) => {
  replay.script("/data", fault, good);
  const { upstream, clock } = open();
  expect(await ask(upstream)).toEqual(good.body);
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
  const error = await sourceFailure(ask(open().upstream));
  expect(error.extensions).toMatchObject({ code });
  expect(error.message).toMatch(/^GDACS /);
  expect(replay.requests).toHaveLength(attempts);
});

test("a changed shape says where", async () => {
  replay.script("/data", { body: { total: 1, rows: [{ year: 2024 }, { year: "2025" }] } });
  const error = await sourceFailure(ask(open().upstream));
  expect(error.at).toBe("rows[1].year");
  expect(error.message).toContain("rows[1].year");
});

test("an upstream that never answers is given up after the time of an attempt", async () => {
  replay.script("/data", { fault: "never" });
  const error = await sourceFailure(ask(open({ info: { timeoutMs: 50 } }).upstream));
  expect(error.extensions).toMatchObject({ code: "SOURCE_TIMEOUT" });
  expect(replay.requests).toHaveLength(3);
});

test("whoever asked can give up, also while waiting for a turn, and nothing is tried again for them", async () => {
  replay.script("/data", { fault: "never" });
  const { upstream } = open({ info: { concurrency: 1 } });
  const leaving = new AbortController();
  const calls = [sourceFailure(ask(upstream, leaving.signal)), sourceFailure(ask(upstream, leaving.signal))];
  await vi.waitFor(() => expect(replay.requests).toHaveLength(1));
  leaving.abort();
  for (const error of await Promise.all(calls)) expect(error.extensions).toMatchObject({ code: "SOURCE_TIMEOUT" });
  expect(replay.requests).toHaveLength(1);
});

test("Retry-After is obeyed to the second", async () => {
  replay.script("/data", { status: 429, headers: { "retry-after": "7" }, body: "" }, good);
  const { upstream, clock } = open();
  expect(await ask(upstream)).toEqual(good.body);
  expect(clock.waits).toEqual([7000]);
});

test("an answer above the size limit is refused", async () => {
  replay.script("/data", { body: "x".repeat(2000) });
  const error = await sourceFailure(ask(open({ info: { maxBytes: 1000 } }).upstream));
  expect(error.extensions).toMatchObject({ code: "SOURCE_MALFORMED" });
  expect(replay.requests).toHaveLength(1);
});

test("a small answer that unpacks to a large one is refused too", async () => {
  const body = gzipSync(JSON.stringify({ ...good.body, padding: " ".repeat(1_000_000) }));
  expect(body.length).toBeLessThan(10_000);
  replay.script("/data", { headers: { "content-encoding": "gzip" }, body });
  const error = await sourceFailure(ask(open({ info: { maxBytes: 10_000 } }).upstream));
  expect(error.extensions).toMatchObject({ code: "SOURCE_MALFORMED" });
  expect(await ask(open({ info: { maxBytes: 2_000_000 } }).upstream)).toEqual(good.body);
});

test("a redirect is followed on the same origin and refused to another one", async () => {
  const elsewhere = await startUpstream();
  elsewhere.script("/data", good);
  replay.script("/data", { status: 302, headers: { location: "/moved" }, body: "" });
  replay.script("/moved", good);
  expect(await ask(open().upstream)).toEqual(good.body);

  replay.script("/data", { status: 302, headers: { location: `${elsewhere.url}/data` }, body: "" });
  const error = await sourceFailure(ask(open().upstream));
  expect(error.extensions).toMatchObject({ code: "SOURCE_MALFORMED" });
  expect(elsewhere.requests).toHaveLength(0);

  replay.script("/data", { status: 302, headers: { location: "/data" }, body: "" });
  expect((await sourceFailure(ask(open().upstream))).extensions).toMatchObject({ code: "SOURCE_MALFORMED" });
  await elsewhere.close();
});

test("where the table lets an upstream lead, its links and redirects are followed, and the key stays behind", async () => {
  const store = await startUpstream();
  store.script("*", good);
  const leading = (id: "OPENAQ" | "RELIEFWEB") =>
    openTestUpstream(id, replay.url, { key: "secret", info: { leadsTo: [`${store.url}/files/`] } }).upstream;
  replay.script("/data", { status: 302, headers: { location: `${store.url}/files/a.json?signature=1` }, body: "" });
  for (const upstream of [leading("OPENAQ"), leading("RELIEFWEB")]) expect(await ask(upstream)).toEqual(good.body);
  await leading("OPENAQ").get({ path: `${store.url}/files/b.json`, parse: json(shape) });
  expect(replay.requests.map(({ headers, query }) => headers["x-api-key"] ?? query.get("appname"))).toEqual([
    "secret",
    "secret",
  ]);
  expect(store.requests.map(({ path, query }) => [path, String(query)])).toEqual([
    ["/files/a.json", "signature=1"],
    ["/files/a.json", "signature=1"],
    ["/files/b.json", ""],
  ]);
  for (const { headers } of store.requests) expect(headers["x-api-key"]).toBeUndefined();

  for (const path of ["/other/a.json", "/files/../other/a.json", "/files/%2e%2e/other/a.json", "/filesystem"]) {
    replay.script("/data", { status: 302, headers: { location: store.url + path }, body: "" });
    expect((await sourceFailure(ask(leading("OPENAQ")))).code).toBe("SOURCE_MALFORMED");
  }
  expect(store.requests).toHaveLength(3);
  await store.close();
});

test("what the table lets upstreams lead to ends where a folder does and is encrypted", () => {
  const further = upstreamIds.flatMap((id) => upstreamInfo(id).leadsTo ?? []);
  expect(further.length).toBeGreaterThan(0);
  for (const start of further) {
    expect(start).toMatch(/^https:\/\/[a-z0-9.-]+\/.+\/$/);
    expect(new URL(start).href).toBe(start);
  }
});

test("a link that the upstream gives is followed only on its own origin", async () => {
  replay.script("/page2", good);
  const { upstream } = open();
  expect(await upstream.get({ path: `${replay.url}/page2`, parse: json(shape) })).toEqual(good.body);
  for (const path of ["https://other.example/page2", "http://[", `http://user@${new URL(replay.url).host}/page2`]) {
    expect((await sourceFailure(upstream.get({ path, parse: json(shape) }))).extensions).toMatchObject({
      code: "SOURCE_MALFORMED",
    });
  }
  expect(replay.requests).toHaveLength(1);
});

test("a required key goes with every call, and without it nothing is asked", async () => {
  replay.script("/data", good);
  const keyed = openTestUpstream("OPENAQ", replay.url, { key: "secret-1" });
  await keyed.upstream.get({ path: "/data", parse: json(shape) });
  expect(replay.requests[0]?.headers["x-api-key"]).toBe("secret-1");

  const inQuery = openTestUpstream("RELIEFWEB", replay.url, { key: "secret-2" });
  await inQuery.upstream.get({ path: "/data", parse: json(shape) });
  expect(replay.requests[1]?.query.get("appname")).toBe("secret-2");

  const keyless = openTestUpstream("OPENAQ", replay.url);
  const error = await sourceFailure(keyless.upstream.get({ path: "/data", parse: json(shape) }));
  expect(error.extensions).toMatchObject({ code: "SOURCE_NEEDS_KEY" });
  expect(error.message).toContain("OPENAQ_KEY");
  expect(replay.requests).toHaveLength(2);
});

test("no error holds a key, a URL or what the upstream wrote, whatever goes wrong", async () => {
  const key = "secret-in-every-place";
  const replies = [
    { status: 403, body: `appname ${key} is not approved` },
    { status: 500, body: key },
    { body: `{"appname": "${key}" oops` },
    { body: { total: key, rows: key } },
    { fault: "reset" as const },
    { status: 302, headers: { location: `https://other.example/?appname=${key}` } },
  ];
  for (const reply of replies) {
    replay.script("/data", reply);
    const { upstream } = openTestUpstream("RELIEFWEB", replay.url, { key });
    const error = await sourceFailure(upstream.get({ path: "/data", parse: json(shape) }));
    const everything = JSON.stringify([error.message, error.stack, error.cause, error.extensions, { ...error }]);
    expect(everything).not.toContain(key);
    expect(everything).not.toContain(new URL(replay.url).host);
  }
});

test("after five failures in a row the upstream is left alone, and asked once again after a pause", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  try {
    replay.script("/data", { status: 500, body: "" });
    const { upstream, status } = open();
    for (let i = 0; i < 5; i++) await sourceFailure(ask(upstream));
    expect(replay.requests).toHaveLength(15);
    expect((await status.read(["GDACS"])).get("GDACS")).toMatchObject({ breakerOpen: true });

    const refused = await sourceFailure(ask(upstream));
    expect(refused.extensions).toMatchObject({ code: "SOURCE_UNAVAILABLE" });
    expect(replay.requests).toHaveLength(15);

    vi.setSystemTime(Date.now() + 31_000);
    replay.script("/data", good);
    expect(await ask(upstream)).toEqual(good.body);
    expect((await status.read(["GDACS"])).get("GDACS")).toMatchObject({ breakerOpen: false });
  } finally {
    vi.useRealTimers();
  }
});

test("refused questions do not open the breaker", async () => {
  replay.script("/data", { status: 400, body: "" });
  const { upstream } = open();
  for (let i = 0; i < 8; i++) await sourceFailure(ask(upstream));
  expect(replay.requests).toHaveLength(8);
});
