import { expect, test } from "vitest";
import { upstreamIds, upstreamInfo } from "../../../subgraphs/kit/source/upstreams.ts";
import { askRows, goodRows, parseRows } from "../../support/asked-rows.ts";
import { replayedService } from "../../support/replay-source.ts";
import { sourceFailure } from "../../support/source-failure.ts";
import { openTestUpstream } from "../../support/test-upstream.ts";
import { startUpstream } from "../../support/upstream.ts";

const replay = replayedService();
const open = () => openTestUpstream("GDACS", replay.url);

test("a redirect is followed on the same origin and refused to another one", async () => {
  const elsewhere = await startUpstream();
  elsewhere.script("/data", goodRows);
  replay.script("/data", { status: 302, headers: { location: "/moved" }, body: "" });
  replay.script("/moved", goodRows);
  expect(await askRows(open().upstream)).toEqual(goodRows.body);

  replay.script("/data", { status: 302, headers: { location: `${elsewhere.url}/data` }, body: "" });
  const error = await sourceFailure(askRows(open().upstream));
  expect(error.extensions).toMatchObject({ code: "SOURCE_MALFORMED" });
  expect(elsewhere.requests).toHaveLength(0);

  replay.script("/data", { status: 302, headers: { location: "/data" }, body: "" });
  expect((await sourceFailure(askRows(open().upstream))).extensions).toMatchObject({ code: "SOURCE_MALFORMED" });
  await elsewhere.close();
});

test("where the table lets an upstream lead, its links and redirects are followed, and the key stays behind", async () => {
  const store = await startUpstream();
  store.script("*", goodRows);
  const leading = (id: "OPENAQ" | "RELIEFWEB") =>
    openTestUpstream(id, replay.url, { key: "secret", info: { leadsTo: [`${store.url}/files/`] } }).upstream;
  replay.script("/data", { status: 302, headers: { location: `${store.url}/files/a.json?signature=1` }, body: "" });
  for (const upstream of [leading("OPENAQ"), leading("RELIEFWEB")])
    expect(await askRows(upstream)).toEqual(goodRows.body);
  await leading("OPENAQ").get({ path: `${store.url}/files/b.json`, parse: parseRows });
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
    expect((await sourceFailure(askRows(leading("OPENAQ")))).code).toBe("SOURCE_MALFORMED");
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
  replay.script("/page2", goodRows);
  const { upstream } = open();
  expect(await upstream.get({ path: `${replay.url}/page2`, parse: parseRows })).toEqual(goodRows.body);
  for (const path of ["https://other.example/page2", "http://[", `http://user@${new URL(replay.url).host}/page2`]) {
    expect((await sourceFailure(upstream.get({ path, parse: parseRows }))).extensions).toMatchObject({
      code: "SOURCE_MALFORMED",
    });
  }
  expect(replay.requests).toHaveLength(1);
});
