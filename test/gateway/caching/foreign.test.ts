import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { createRequestContext } from "../../../gateway/context.ts";
import { createRemoteSubgraphs } from "../../../gateway/data-sources/remote.ts";
import { compose } from "../../support/federation.ts";
import { startGateway, type TestGateway } from "../../support/gateway.ts";
import { type Reply, startUpstream, type Upstream } from "../../support/upstream.ts";

const folder = mkdtempSync(join(tmpdir(), "aryk-caching-"));
let a: Upstream;
let b: Upstream;
let gateway: TestGateway;
beforeAll(async () => {
  [a, b] = await Promise.all([startUpstream(), startUpstream()]);
  const file = join(folder, "supergraph.graphql");
  const supergraph = compose({
    a: { typeDefs: "type Query { a: Int } type Mutation { change: Int }", resolvers: {} },
    b: { typeDefs: "type Query { b: Int }", resolvers: {} },
  });
  writeFileSync(file, supergraph);
  gateway = await startGateway({
    SUPERGRAPH: file,
    SUBGRAPH_A_URL: a.url,
    SUBGRAPH_B_URL: b.url,
    ARYK_FORWARD_HEADERS: "accept-language",
  });
});
afterAll(async () => {
  await gateway.close();
  await Promise.all([a.close(), b.close()]);
  rmSync(folder, { recursive: true });
});

const good = { "cache-control": "public, max-age=60" };
const reply = (data: object, headers: Record<string, string>): Reply => ({ headers, body: { data } });
beforeEach(() => {
  a.script("/", reply({ a: 1 }, good));
  b.script("/", reply({ b: 2 }, good));
});

async function get(query: string): Promise<Headers> {
  const url = new URL("/graphql", gateway.url);
  url.searchParams.set("query", query);
  return (await fetch(url)).headers;
}
const both = "{ a b }";

test.each<[string, Record<string, string>, string]>([
  ["the shorter time", { "cache-control": "public, max-age=30" }, "public, max-age=30"],
  ["never the longer time", { "cache-control": "public, max-age=600" }, "public, max-age=60"],
  ["the time for shared caches first", { "cache-control": "max-age=5, s-maxage=40" }, "public, max-age=40"],
  ["private where one is", { "cache-control": "private, max-age=600" }, "private, max-age=60"],
  ["public where both say so", { "cache-control": "max-age=600" }, "max-age=60"],
  ["no-store where one is", { "cache-control": "no-store" }, "no-store"],
  ["no-store where one must be asked again", { "cache-control": "no-cache, max-age=60" }, "no-store"],
  ["no-store where one says nothing", {}, "no-store"],
  ["no-store where one is broken", { "cache-control": "max-age=60; public" }, "no-store"],
  ["less by its age", { ...good, age: "45" }, "public, max-age=15"],
  ["nothing of what is too old", { ...good, age: "61" }, "public, max-age=0"],
  ["no age that is none", { ...good, age: "-45" }, "public, max-age=60"],
  ["no-store where the client's own header counts", { ...good, vary: "Origin, Accept-Language" }, "no-store"],
  ["no-store where all counts", { ...good, vary: "*" }, "no-store"],
  ["no heed of what all clients have in common", { ...good, vary: "Accept-Encoding" }, "public, max-age=60"],
])("an answer of two subgraphs takes %s", async (_, headers, expected) => {
  b.script("/", reply({ b: 2 }, headers));
  const told = await get(both);
  expect(told.get("cache-control")).toBe(expected);
  expect(told.get("cache-status")).toBe("aryk; fwd=bypass");
  expect(told.has("age")).toBe(false);
});

test("a subgraph that was not asked has no say", async () => {
  b.script("/", reply({ b: 2 }, { "cache-control": "no-store" }));
  expect((await get("{ a __typename }")).get("cache-control")).toBe("public, max-age=60");
});

test.each<[string, Reply]>([
  ["of the subgraph", { headers: good, body: { data: { b: null }, errors: [{ message: "no", path: ["b"] }] } }],
  ["instead of an answer", { status: 500, headers: good, body: "no" }],
])("an answer with an error %s is not kept", async (_, failed) => {
  b.script("/", failed);
  expect((await get(both)).get("cache-control")).toBe("no-store");
});

test.each(["{ __typename }", "{ __schema { queryType { name } } }", "{ nothing }", "{", ""])(
  "no subgraph is asked for %s, and nothing is kept",
  async (query) => {
    const told = await get(query);
    expect(told.get("cache-control")).toBe("no-store");
    expect(told.has("cache-status")).toBe(false);
  },
);

test("what is no request of GraphQL is not kept", async () => {
  const { status, headers } = await fetch(`${gateway.url}/graphql?query={a}&variables=none`);
  expect([status, headers.get("cache-control")]).toEqual([400, "no-store"]);
});

test("a mutation is not kept", async () => {
  a.script("/", reply({ change: 3 }, good));
  const { headers } = await fetch(`${gateway.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: "mutation { change }" }),
  });
  expect(headers.get("cache-control")).toBe("no-store");
});

test("caches between here and there do not hide that a subgraph is one of this graph's own", async () => {
  a.script("/", reply({ a: 1 }, { ...good, "cache-status": "aryk; hit, edge; fwd=miss" }));
  expect((await get("{ a }")).get("cache-status")).toBe("aryk; hit");
  expect((await get(both)).get("cache-status")).toBe("aryk; fwd=partial");
});

test("requests that share an answer under way are told the same", async () => {
  const settings = { connections: 1, attempts: 1, maxBytes: 1e6, compressFromBytes: undefined, forwardedHeaders: [] };
  const remote = createRemoteSubgraphs({ ...settings, timeoutMs: () => 5_000 }, pino({ level: "silent" }));
  onTestFinished(() => remote.close());
  const source = remote.at("a", `${a.url}/shared`);
  a.script("/shared", reply({ a: 1 }, { ...good, age: "20" }), reply({ a: 1 }, {}));
  const ask = () =>
    source.execute({
      operation: { kind: "query", query: "{ a }", name: undefined },
      variables: {},
      representations: [],
      caller: { context: createRequestContext(new Map()), header: () => undefined },
    });
  const [one, other] = await Promise.all([ask(), ask()]);
  expect(a.requests.filter(({ path }) => path === "/shared")).toHaveLength(1);
  expect(one.caching?.control).toEqual({ scope: "public", maxAgeSeconds: 40 });
  expect(other.caching).toEqual(one.caching);
});
