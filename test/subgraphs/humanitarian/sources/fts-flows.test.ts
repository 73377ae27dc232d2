import { describe, expect, test } from "vitest";
import { countryScope } from "../../../../subgraphs/humanitarian/funding/boundary.ts";
import { reckon } from "../../../../subgraphs/humanitarian/funding/reckoning.ts";
import type { FtsCodes } from "../../../../subgraphs/humanitarian/sources/fts-codes.ts";
import { createFtsFlows, type LiveFlows } from "../../../../subgraphs/humanitarian/sources/fts-flows.ts";
import { flowPath, scriptAfghanistan2020 } from "../../../support/fts-pages.ts";
import { recorded } from "../../../support/recorded.ts";
import { replayed } from "../../../support/replay-source.ts";
import { publisherFiles } from "../../../support/shared-data.ts";
import { sourceFailure } from "../../../support/source-failure.ts";

const { replay, deps } = replayed("FTS");

const codes: FtsCodes = {
  appeal: (id) => (id === "929" ? "HAFG20" : undefined),
  cluster: (id) => (id === "7" ? "HEA" : undefined),
};

const open = (options = deps()) => createFtsFlows({ ...options, codes: async () => codes });

const key = { country: "AFG", year: 2020 };
async function read(): Promise<LiveFlows | undefined> {
  return (await open().fetch([key])).get(key)?.data;
}
const totalOf = ({ flows, dump }: LiveFlows) => reckon(flows, countryScope("AFG", dump)).totalUsd;

const [first, second] = recorded("fts/flows.json");

test("flows of all pages are read once each, with codes for what the graph knows and numbers for what it does not", async () => {
  replay.script(flowPath, { body: { ...first, meta: { ...first.meta, nextLink: `${replay.url}/page-2` } } });
  replay.script("/page-2", { body: second });
  const live = await read();
  expect(Object.fromEntries(replay.requests[0]?.query ?? [])).toEqual({
    countryISO3: "AFG",
    year: "2020",
    limit: "1000",
  });
  expect(live?.flows.map(({ id }) => id)).toEqual(["219001", "219002", "219003"]);
  expect(live?.flows[0]).toMatchObject({
    amountUsd: 606796,
    status: "PAID",
    decisionDate: "2020-03-01",
    source: { organizations: ["FTS:2917"], countries: ["DEU"], appeal: null },
    destination: { countries: ["AFG"], firstYear: 2020, lastYear: 2020, appeal: "HAFG20", clusters: ["HEA"] },
  });
  expect(live?.flows[1]?.destination).toMatchObject({ appeal: "FTS:4000", clusters: ["FTS:99"] });
  expect(live && totalOf(live)).toBe(606796);
});

test("pages wait for each other at one call a second", async () => {
  replay.script(flowPath, { body: { ...first, meta: { ...first.meta, nextLink: `${replay.url}/page-2` } } });
  replay.script("/page-2", { body: second });
  const { upstream, clock } = deps();
  const start = clock();
  await open({ upstream, clock }).fetch([key]);
  expect(clock() - start).toBeGreaterThanOrEqual(1000);
});

test.each([
  ["SOURCE_UNAVAILABLE", { body: { status: "error", message: "Internal" } }],
  ["SOURCE_REJECTED", { status: 406, body: { error: "Blocked due to bot activity." } }],
  ["SOURCE_MALFORMED", { body: { ...second, meta: { nextLink: "https://elsewhere.example/page-2" } } }],
  ["SOURCE_TRUNCATED", { body: { ...second, meta: { count: 4000 } } }],
  ["SOURCE_MALFORMED", { body: { status: "ok", data: { flows: [{ id: 1, amountUSD: "12" }] }, meta: {} } }],
])("a fault is not taken for money: %s", async (code, reply) => {
  replay.script(flowPath, reply);
  expect((await sourceFailure(open().fetch([key]))).code).toBe(code);
});

test("pages in a circle end with an error", async () => {
  const circle = { body: { ...second, meta: { nextLink: `${replay.url}/page-2` } } };
  replay.script(flowPath, circle);
  replay.script("/page-2", circle);
  expect((await sourceFailure(open().fetch([key]))).code).toBe("SOURCE_MALFORMED");
  expect(replay.requests).toHaveLength(2);
});

describe.skipIf(!publisherFiles("humanitarian"))("with the recorded pages of Afghanistan in 2020", () => {
  test("the live reading gives 725,591,299 US dollars", async () => {
    scriptAfghanistan2020(replay);
    const live = await read();
    expect(live?.flows).toHaveLength(484);
    expect(live && totalOf(live)).toBe(725_591_299);
  });
});
