import { expect, test } from "vitest";
import { sharedGateway } from "../../support/shared-gateway.ts";

const gateway = sharedGateway();

interface Slice {
  readonly id: string;
  readonly amountUsd: number;
}

test("an appeal has its published funding of today and the one computed as of a day", async () => {
  const { data, errors } = await gateway.ask(`{ appeal(code: "HAFG20") {
    fundingUsd coverage requirementUsd originalRequirementUsd type year countries { code }
    funding(asOf: "2021-03-12") { totalUsd flowCount coverage excluded { internalUsd } byCluster { id amountUsd requirementUsd } }
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
  // One who adds all flows to the plan gets an eighth more.
  expect(appeal.funding.totalUsd + appeal.funding.excluded.internalUsd).toBe(636405867);
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
  const published: Record<string, [requirementUsd: number, fundingUsd: number, percent: number]> = {
    HAFG19: [611759986, 456854208, 75],
    HAFG20: [1131050820, 600940338, 53],
    HAFG21: [868666483, 833236959, 96],
    FAFG21: [606261163, 998242768, 165],
    HAFG22: [4442200000, 3269032938, 74],
    HAFG23: [3227372908, 1678347238, 52],
    HAFG24: [3059587797, 1583614221, 52],
    HAFG25: [2416811546, 1008671701, 42],
    HAFG26: [1714181496, 214214587, 12],
  };
  const { data, errors } = await gateway.ask(
    '{ appeals(country: "AFG") { code year requirementUsd fundingUsd coverage earlierTypes type overlapsWith { code } } }',
  );
  expect(errors).toEqual([]);
  const appeals = new Map<string, { requirementUsd: number; fundingUsd: number; coverage: number }>(
    data.appeals.map((appeal: { code: string }) => [appeal.code, appeal]),
  );
  for (const [code, [requirementUsd, fundingUsd, percent]] of Object.entries(published)) {
    expect(appeals.get(code)).toMatchObject({ requirementUsd, fundingUsd });
    expect(Math.round((appeals.get(code)?.coverage ?? 0) * 100), code).toBe(percent);
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

test("an appeal younger than the last snapshot has neither a total nor coverage in it", async () => {
  const { data, errors } = await gateway.ask(
    '{ appeal(code: "FAFG21") { funding(asOf: "2021-12-01") { totalUsd missing requirementUsd coverage complete asOf } } }',
  );
  expect(errors).toEqual([]);
  expect(data.appeal.funding).toEqual({
    totalUsd: null,
    missing: "NOT_REPORTED",
    requirementUsd: 606261163,
    coverage: null,
    complete: false,
    asOf: "2021-03-11",
  });
});

test("a cluster can be funded beyond what it asks for", async () => {
  const { data } = await gateway.ask('{ appeal(code: "HAFG25") { clusters { id coverage } } }');
  const protection = data.appeal.clusters.find(({ id }: Slice) => id === "PRO");
  expect(Math.round(protection.coverage * 100)).toBe(211);
});

test("Central Asia has had few appeals, and shares in the regional ones", async () => {
  const { data, errors } = await gateway.ask(`{
    tjk: appeals(country: "TJK") { code } kgz: appeals(country: "KGZ") { code } kaz: appeals(country: "KAZ") { code }
    countries { code y2022: funding(year: 2022) { requirementUsd } y2023: funding(year: 2023) { requirementUsd } } }`);
  expect(errors).toEqual([]);
  const codesOf = (appeals: { code: string }[]) => appeals.map(({ code }) => code);
  expect(codesOf(data.tjk).slice(0, 2)).toEqual(["RAFG23", "RAFG22"]);
  expect(codesOf(data.tjk).slice(2).toSorted()).toEqual(
    ["CTJK00", "CTJK01", "CTJK02", "CTJK03", "CTJK04", "FTJK08", "OTJK06", "OTJK0809", "OTJK09"].toSorted(),
  );
  expect(codesOf(data.kgz)).toEqual(["FKGZ1011", "FKGZ0809"]);
  expect(data.kaz).toEqual([]);
  const shares = new Map(
    data.countries.map((each: { code: string; y2022: object; y2023: object }) => [each.code, [each.y2022, each.y2023]]),
  );
  expect(shares.get("TJK")).toEqual([{ requirementUsd: 40457486 }, { requirementUsd: 17487628 }]);
  expect(shares.get("UZB")).toEqual([{ requirementUsd: 10631036 }, { requirementUsd: 10771746 }]);
  expect(shares.get("TKM")).toEqual([{ requirementUsd: 3149935 }, { requirementUsd: 2007199 }]);
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
  expect(errors.toSorted((a, b) => (a.path?.length ?? 0) - (b.path?.length ?? 0))).toMatchObject([
    { path: ["typo"], extensions: { code: "UNKNOWN_ID", suggestions: expect.arrayContaining(["HAFG20"]) } },
    { path: ["future", "funding"], extensions: { code: "NO_SNAPSHOT", suggestions: ["2020-10-12", "2021-03-12"] } },
  ]);
});
