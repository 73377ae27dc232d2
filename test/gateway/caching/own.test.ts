import { beforeEach, expect, onTestFinished, test } from "vitest";
import { startGateway } from "../../support/gateway.ts";
import { replayedService } from "../../support/replay-source.ts";
import { startSubgraph } from "../../support/subgraph.ts";

interface Told {
  readonly control: string | null;
  readonly status: string | null;
}

const replay = replayedService();
const areas = "/reservoir/89729/ts/surface_water_area_monthly";
const measured = { body: [{ t: "2026-09-01T00:00:00", value: 255_500_000, unit: "m^2" }] };
let aheadMs = 0;
const clock = () => Date.now() + aheadMs;
beforeEach(() => {
  aheadMs = 0;
});

/** The graph with the environment subgraph in process or elsewhere, and what it tells caches of a query's answer. */
async function open(place: string, own: Record<string, string> = {}) {
  const env = { SOURCES: "auto", GWW_BASE_URL: replay.url, WORLD_BANK_BASE_URL: replay.url, ...own };
  const elsewhere = place === "elsewhere" ? await startSubgraph("environment", env, { clock }) : undefined;
  const gateway = await startGateway(
    { ...env, ...(elsewhere && { SUBGRAPH_ENVIRONMENT_URL: elsewhere.url }) },
    { clock },
  );
  onTestFinished(async () => {
    await gateway.close();
    await elsewhere?.close();
  });
  return {
    told: (query: string, headers?: Record<string, string>) => tell(`${gateway.url}/graphql`, query, headers),
    toldBySubgraph: (query: string) => tell(elsewhere?.url ?? "", query),
  };
}

async function tell(
  url: string,
  query: string,
  headers: Record<string, string> = {},
): Promise<Told & { vary: string }> {
  const response = await fetch(`${url}?query=${encodeURIComponent(query)}`, { headers });
  await response.arrayBuffer();
  return {
    control: response.headers.get("cache-control"),
    status: response.headers.get("cache-status"),
    vary: response.headers.get("vary") ?? "",
  };
}

const live = '{ dam(id: "toktogul") { waterArea { value } } }';
const shipped = '{ lake(id: "aral-sea") { areas { value } } }';
const untraced = "{ lakes { id } }";

test.each(["in process", "elsewhere"])("a subgraph %s tells how each answer came about", async (place) => {
  replay.script(areas, measured);
  const { told } = await open(place);
  // Fetched by this request: the next one reads it from the cache of this graph.
  expect(await told(live)).toMatchObject({ control: "no-store", status: "aryk; fwd=miss" });
  expect(await told(live)).toMatchObject({ control: "public, max-age=60", status: "aryk; hit" });
  expect(await told(shipped)).toMatchObject({ control: "public, max-age=60", status: "aryk; hit" });
  expect(await told(untraced)).toMatchObject({ control: "public, max-age=60", status: "aryk; hit" });

  aheadMs = 2 * 24 * 3_600_000;
  expect(await told(live)).toMatchObject({ control: "public, max-age=5", status: "aryk; hit; detail=stale" });
});

test.each([
  ["in process", 'lake(id: "aral-sea") { areas { value } }'],
  ["elsewhere", 'lake(id: "aral-sea") { areas { value } }'],
  ["in process", "countries { code }"],
  ["elsewhere", "countries { code }"],
])("what is in part fetched by this request is not kept: %s, beside %s", async (place, kept) => {
  replay.script(areas, measured);
  const { told } = await open(place);
  const both = `{ dam(id: "toktogul") { waterArea { value } } ${kept} }`;
  expect(await told(both)).toMatchObject({ control: "no-store", status: "aryk; fwd=partial" });
});

test.each(["in process", "elsewhere"])("an answer with an error is not kept (%s)", async (place) => {
  replay.script(areas, { status: 404, body: "gone" });
  const { told } = await open(place);
  expect(await told(live)).toMatchObject({ control: "no-store", status: "aryk; fwd=miss" });
  expect(await told('{ lake(id: "no-lake") { areas { value } } }')).toMatchObject({ control: "no-store" });
});

test("a figure that is missing because its publisher is down is asked for again, without an error in the answer", async () => {
  replay.script("*", { status: 404, body: "gone" });
  const { told } = await open("in process", { SOURCES: "live" });
  const query = '{ country(code: "UZB") { indicator(id: "SP.POP.TOTL") { missing } } }';
  expect(await told(query)).toMatchObject({ control: "no-store", status: "aryk; fwd=miss" });
});

test("a figure that is missing as long as this server's settings stay is kept as any other", async () => {
  const { told } = await open("in process", { SOURCES: "snapshot" });
  const withoutKey = '{ country(code: "AFG") { risk { missing } } }';
  expect(await told(withoutKey)).toMatchObject({ control: "public, max-age=60", status: "aryk; hit" });
  // Where it is an error nothing is kept, and still nobody was asked.
  expect(await told(live)).toMatchObject({ control: "no-store", status: "aryk; hit" });
});

test("how the sources are doing is another thing the next moment", async () => {
  const { told } = await open("in process", { SOURCES: "snapshot" });
  expect(await told("{ sources { availability } }")).toMatchObject({ control: "no-store", status: "aryk; fwd=bypass" });
  expect(await told("{ countries { code } }")).toMatchObject({ control: "public, max-age=60", status: "aryk; hit" });
});

test("a subgraph alone tells what the gateway passes on, and nothing of its schema is kept", async () => {
  const { toldBySubgraph } = await open("elsewhere", { SOURCES: "snapshot" });
  expect(await toldBySubgraph(shipped)).toMatchObject({ control: "public, max-age=60", status: "aryk; hit" });
  expect(await toldBySubgraph("{ __typename }")).toMatchObject({ control: "no-store", status: null });
  expect(await toldBySubgraph("{ nothing }")).toMatchObject({ control: "no-store", status: null });
});

test("a cache keeps the forms of an answer apart, each as long as the others", async () => {
  const { told } = await open("in process", { SOURCES: "snapshot" });
  const { vary } = await told(shipped);
  expect(vary.toLowerCase().split(/, */)).toEqual(
    expect.arrayContaining(["accept", "accept-encoding", "aryk-citations"]),
  );
  const csv = { accept: "text/csv" };
  expect(await told(shipped, csv)).toMatchObject({ control: "public, max-age=60" });
  expect(await told("{ sources { availability } }", csv)).toMatchObject({ control: "no-store" });
});
