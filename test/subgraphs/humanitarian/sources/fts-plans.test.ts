import { describe, expect, test } from "vitest";
import { createFtsPlans } from "../../../../subgraphs/humanitarian/sources/fts-plans.ts";
import { groupedFlows, planList, plansPath, scriptGroupings } from "../../../support/fts-plans.ts";
import { replayed } from "../../../support/replay-source.ts";
import { publisherFiles, publishersAnswer } from "../../../support/shared-data.ts";
import { sourceFailure } from "../../../support/source-failure.ts";

const { replay, deps } = replayed("FTS");
const codes = { cluster: (id: string) => ({ "7": "HEA", "11": "WSH" })[id] };
function open() {
  const { upstream, clock } = deps();
  return { source: createFtsPlans({ upstream, clock, codes: async () => codes }), clock };
}
const read = async (year: number) => (await open().source.fetch([year])).get(year)?.data;

const afghan = {
  id: 1502,
  code: "HAFG26",
  name: "Afghanistan Humanitarian Needs and Response Plan 2026",
  years: [2026],
  countries: ["AFG"],
  original: 1714181496,
  revised: null,
};
const regional = {
  id: 1600,
  code: "RAFG26",
  name: "Afghanistan Situation Regional Refugee Response Plan",
  years: [2025, 2026],
  countries: ["UZB", "TJK", "IRN"],
  original: 600,
  revised: 500,
};
const elsewhere = { ...afghan, id: 1, code: "HSDN26", countries: ["SDN"] };

test("the plans of a year for the six are read with their parts, each dollar once", async () => {
  replay.script(plansPath(2026), planList([elsewhere, afghan]));
  scriptGroupings(replay, {
    "1502 globalcluster": groupedFlows(100, [
      { id: 7, name: "Health", asked: 90, given: 40 },
      { id: 11, name: "Water Sanitation Hygiene", asked: null },
      { id: 99, name: "A cluster of tomorrow", given: 25 },
      { name: "Not specified", given: 5 },
    ]),
  });
  expect(await read(2026)).toEqual([
    {
      ftsId: "1502",
      code: "HAFG26",
      name: "Afghanistan Humanitarian Needs and Response Plan 2026",
      type: "Humanitarian needs and response plan",
      year: 2026,
      startDate: "2026-01-01",
      endDate: "2026-12-31",
      countries: ["AFG"],
      originalRequirementUsd: 1714181496,
      requirementUsd: null,
      fundingUsd: 100,
      clusters: [
        { code: "HEA", requirementUsd: 90, fundingUsd: 40 },
        { code: "WSH", requirementUsd: null, fundingUsd: null },
        { code: "FTS:99", requirementUsd: null, fundingUsd: 25 },
        { code: "NOT_SPECIFIED", requirementUsd: null, fundingUsd: 5 },
        { code: "MULTIPLE", requirementUsd: null, fundingUsd: 30 },
      ],
      byCountry: [],
    },
  ]);
  expect(replay.requests.map(({ path, query }) => [path, String(query)])).toEqual([
    ["/v1/public/plan/year/2026", ""],
    ["/v1/public/fts/flow", "planid=1502&groupby=globalcluster&report=3"],
  ]);
  expect(replay.requests[0]?.headers["user-agent"]).toMatch(/^Aryk\/.*graph/);
});

test("a plan of several countries is divided by country, and one that states the whole for each is not", async () => {
  replay.script(plansPath(2026), planList([regional]));
  const byCountry = (asked: number) =>
    groupedFlows(60, [
      { id: 220, name: "Tajikistan", asked, given: 12 },
      { id: 243, name: "Uzbekistan", asked: 500, given: 0 },
      { id: 105, name: "Iran, Islamic Republic of", asked: 400, given: 20 },
    ]);
  for (const [asked, share] of [
    [40, 40],
    [500, null],
  ] as const) {
    scriptGroupings(replay, { "1600 globalcluster": groupedFlows(60, []), "1600 location": byCountry(asked) });
    expect(await read(2026)).toMatchObject([
      {
        code: "RAFG26",
        year: 2026,
        countries: ["IRN", "TJK", "UZB"],
        fundingUsd: 60,
        clusters: [{ code: "MULTIPLE", fundingUsd: 60 }],
        byCountry: [
          { code: "TJK", requirementUsd: share, fundingUsd: 12 },
          { code: "UZB", requirementUsd: null, fundingUsd: 0 },
        ],
      },
    ]);
  }
});

test("a plan without money has got nothing, which is not the same as not known", async () => {
  replay.script(plansPath(2026), planList([afghan]));
  scriptGroupings(replay, { "1502 globalcluster": groupedFlows(0, []) });
  expect(await read(2026)).toMatchObject([{ fundingUsd: 0, clusters: [] }]);
});

test("calls wait for each other at one a second", async () => {
  replay.script(plansPath(2026), planList([afghan, regional]));
  scriptGroupings(replay, {}, groupedFlows(0, []));
  const { source, clock } = open();
  const start = clock();
  await source.fetch([2026]);
  expect(replay.requests).toHaveLength(4);
  expect(clock() - start).toBeGreaterThanOrEqual(3000);
});

test.each([
  ["SOURCE_UNAVAILABLE", { body: { status: "error", message: "Internal" } }],
  ["SOURCE_REJECTED", { status: 406, body: { error: "Blocked due to bot activity." } }],
  ["SOURCE_MALFORMED", { body: { status: "ok", data: [{ id: 1, locations: [{ iso3: "AFG" }] }] } }],
  ["SOURCE_MALFORMED", { body: { status: "ok", data: {} } }],
])("a fault in the list is not taken for plans: %s", async (code, reply) => {
  replay.script(plansPath(2026), reply);
  expect((await sourceFailure(open().source.fetch([2026]))).code).toBe(code);
});

test("a plan of somebody else in another shape is nobody's fault, and a division that fails is the year's", async () => {
  const { body } = planList([afghan]) as { body: { data: object[] } };
  replay.script(plansPath(2026), { body: { ...body, data: [...body.data, { locations: [{ iso3: "SDN" }] }] } });
  scriptGroupings(replay, { "1502 globalcluster": groupedFlows(0, []) });
  expect(await read(2026)).toHaveLength(1);
  scriptGroupings(replay, {}, { body: { status: "error" } });
  expect((await sourceFailure(open().source.fetch([2026]))).code).toBe("SOURCE_UNAVAILABLE");
});

test("a year to come that the service does not have yet has no plans, and a present one that it lost is an error", async () => {
  expect(await read(2027)).toEqual([]);
  expect((await sourceFailure(open().source.fetch([2026]))).code).toBe("SOURCE_REJECTED");
});

describe.skipIf(!publisherFiles("humanitarian"))("with the service's own answers", () => {
  test("the plans of 2001 are those that it lists for the six", async () => {
    const list = JSON.parse(publishersAnswer("humanitarian", "hpc/v2-public-plan_afg-ca-subset.json"));
    replay.script(plansPath(2001), { body: list });
    scriptGroupings(replay, {}, groupedFlows(0, []));
    const plans = await read(2001);
    expect(plans).toHaveLength(15);
    expect(plans?.find(({ code }) => code === "CAFG0102")).toMatchObject({
      ftsId: "92",
      type: "CAP",
      year: 2002,
      startDate: "2001-10-01",
      countries: ["AFG"],
      originalRequirementUsd: 1763894630,
      requirementUsd: 1780509639,
    });
  });

  test("the plan of 2020 got 564,467,765 US dollars in 15 parts", async () => {
    const hrp = { ...afghan, id: 929, code: "HAFG20", years: [2020], original: 732600000, revised: 1131050820 };
    replay.script(plansPath(2020), planList([hrp]));
    const body = publishersAnswer("humanitarian", "fts/1-fts-flow-custom-search-planid-929-groupby-globalcluster.json");
    scriptGroupings(replay, { "929 globalcluster": { body } });
    const [plan] = (await read(2020)) ?? [];
    const given = plan?.clusters.filter(({ fundingUsd }) => fundingUsd !== null) ?? [];
    const of = (code: string) => plan?.clusters.find((part) => part.code === code);
    expect(plan?.fundingUsd).toBe(564_467_765);
    expect(given).toHaveLength(15);
    expect(given.reduce((total, { fundingUsd }) => total + (fundingUsd ?? 0), 0)).toBe(564_467_765);
    expect(of("HEA")).toEqual({ code: "HEA", requirementUsd: 171_090_518, fundingUsd: 55_674_708 });
    expect(of("WSH")?.fundingUsd).toBe(21_636_728);
    expect(of("NOT_SPECIFIED")?.fundingUsd).toBe(158_871_041);
    expect(of("MULTIPLE")?.fundingUsd).toBe(44_825_602);
  });

  test("the famine appeal of 2020 asks for the whole in every country, so that no country has a share", async () => {
    const famine = { ...regional, id: 1006, years: [2020], countries: ["AFG", "BGD"], revised: 500000000 };
    replay.script(plansPath(2020), planList([famine]));
    const body = publishersAnswer("humanitarian", "fts/1-fts-flow-custom-search-planid-1006-groupby-location.json");
    scriptGroupings(replay, { "1006 globalcluster": groupedFlows(0, []), "1006 location": { body } });
    const [plan] = (await read(2020)) ?? [];
    expect(plan?.byCountry.find(({ code }) => code === "AFG")).toMatchObject({ requirementUsd: null });
  });
});
