import { afterAll, beforeAll, expect, test } from "vitest";
import { startGateway, type TestGateway } from "../../support/gateway.ts";

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

interface Slice {
  readonly id: string;
  readonly amountUsd: number;
}

test("an appeal has its published funding of today and the one computed as of a day", async () => {
  const { data, errors } = await gateway.ask(`{ appeal(code: "HAFG20") {
    fundingUsd coverage requirementUsd originalRequirementUsd type year countries { code }
    funding(asOf: "2021-03-12") { totalUsd flowCount coverage byCluster { id amountUsd requirementUsd } }
    clusters { id amountUsd requirementUsd cluster { code name } }
  } }`);
  expect(errors).toEqual([]);
  const { appeal } = data;
  expect(appeal).toMatchObject({
    fundingUsd: 600940338,
    requirementUsd: 1131050820,
    originalRequirementUsd: 732600000,
    year: 2020,
    countries: [{ code: "AFG" }],
  });
  expect(appeal.coverage).toBeCloseTo(600940338 / 1131050820, 12);
  expect(appeal.funding).toMatchObject({ totalUsd: 564467765, flowCount: 251 });
  expect(appeal.funding.coverage * 100).toBeCloseTo(49.91, 2);
  const buckets = new Map(appeal.funding.byCluster.map(({ id, amountUsd }: Slice) => [id, amountUsd]));
  expect(Object.fromEntries(buckets)).toEqual({
    HEA: 55674708,
    NOT_SPECIFIED: 158871041,
    WSH: 21636728,
    LOG: 10982215,
    NUT: 35336020,
    FSC: 157249186,
    SHL: 24652964,
    PRO: 29841887,
    "PRO-GBV": 1798400,
    CSS: 6677130,
    EDU: 7637118,
    "PRO-CPN": 2991009,
    MS: 1013349,
    "PRO-MIN": 5280408,
    MULTIPLE: 44825602,
  });
  expect([...buckets.values()].reduce((total: number, amount) => total + Number(amount), 0)).toBe(564467765);
  const published = appeal.clusters.reduce((total: number, { amountUsd }: Slice) => total + amountUsd, 0);
  expect(published).toBe(600940338);
  expect(appeal.clusters).toContainEqual({
    id: "HEA",
    amountUsd: 61061123,
    requirementUsd: 171090518,
    cluster: { code: "HEA", name: "Health" },
  });
});

test("the appeals for Afghanistan have requirement, funding and coverage as published", async () => {
  const published: Record<string, [number, number]> = {
    HAFG19: [611759986, 456854208],
    HAFG20: [1131050820, 600940338],
    HAFG21: [868666483, 833236959],
    FAFG21: [606261163, 998242768],
    HAFG22: [4442200000, 3269032938],
    HAFG23: [3227372908, 1678347238],
    HAFG24: [3059587797, 1583614221],
    HAFG25: [2416811546, 1008671701],
    HAFG26: [1714181496, 214214587],
  };
  const { data, errors } = await gateway.ask(
    '{ appeals(country: "AFG") { code year requirementUsd fundingUsd coverage earlierTypes type overlapsWith { code } } }',
  );
  expect(errors).toEqual([]);
  const appeals = new Map<string, { requirementUsd: number; fundingUsd: number; coverage: number }>(
    data.appeals.map((appeal: { code: string }) => [appeal.code, appeal]),
  );
  for (const [code, [requirementUsd, fundingUsd]] of Object.entries(published)) {
    expect(appeals.get(code)).toMatchObject({ requirementUsd, fundingUsd });
  }
  expect(appeals.get("FAFG21")?.coverage).toBeCloseTo(1.6466, 4);
  expect(appeals.get("FAFG21")).toMatchObject({ overlapsWith: [{ code: "HAFG21" }] });
  expect(appeals.get("HAFG24")).toMatchObject({
    earlierTypes: ["Humanitarian response plan"],
    type: "Humanitarian needs and response plan",
  });
  const years = data.appeals.map(({ year }: { year: number }) => year);
  expect(years).toEqual(years.toSorted((a: number, b: number) => b - a));
});

test("an appeal for more countries than the table holds has parts and no total", async () => {
  const { data, errors } = await gateway.ask(`{
    appeal(code: "RAFG22") { fundingUsd requirementUsd funding { totalUsd missing } clusters { id } }
    country(code: "TJK") { funding(year: 2022) { requirementUsd byAppeal { id amountUsd } } }
  }`);
  expect(errors).toEqual([]);
  expect(data.appeal).toEqual({
    fundingUsd: null,
    requirementUsd: 623415539,
    funding: { totalUsd: null, missing: "NOT_COVERED" },
    clusters: null,
  });
  expect(data.country.funding).toEqual({
    requirementUsd: 40457486,
    byAppeal: [
      { id: "NOT_SPECIFIED", amountUsd: 4158679 },
      { id: "RAFG22", amountUsd: 1676501 },
    ],
  });
});

test("a former code finds the appeal, and an unknown one is an error with the nearest", async () => {
  const { data, errors } = await gateway.ask(`{
    former: appeal(code: "OGLBL20") { code }
    lower: appeal(code: "hafg20") { code }
    typo: appeal(code: "HAFG2O") { code }
    future: appeal(code: "HAFG20") { funding(asOf: "2019-01-01") { totalUsd } }
  }`);
  expect(data).toEqual({
    former: { code: "OGLBL20b" },
    lower: { code: "HAFG20" },
    typo: null,
    future: { funding: null },
  });
  expect(errors).toMatchObject([
    { path: ["typo"], extensions: { code: "UNKNOWN_ID", suggestions: expect.arrayContaining(["HAFG20"]) } },
    { path: ["future", "funding"], extensions: { code: "NO_SNAPSHOT", suggestions: ["2020-10-12", "2021-03-12"] } },
  ]);
});
