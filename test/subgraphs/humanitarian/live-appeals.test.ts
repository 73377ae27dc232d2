import { expect, test, vi } from "vitest";
import { openYears } from "../../../subgraphs/humanitarian/appeals-of-today.ts";
import { plansPath } from "../../support/fts-plans.ts";
import { liveGateway } from "../../support/live-gateway.ts";
import { flash, publishPlans, regional, renamed } from "./plans-of-2026.ts";

const { replay, gateway } = liveGateway();
const { answer } = gateway;
const open = (SOURCES: string) => gateway.open({ SOURCES, FTS_BASE_URL: replay.url });
const patience = { timeout: 15_000 };
/** What was asked for: the number of a plan, or the path where it was no plan's own question. */
const asked = () => replay.requests.map(({ path, query }) => query.get("planid") ?? path);

const appealFields = `code name year type requirementUsd originalRequirementUsd fundingUsd coverage
  clusters { id amountUsd share requirementUsd coverage } earlierCodes earlierNames
  funding { basis totalUsd asOf complete byCluster { id } byAppeal { id amountUsd appeal { code } } }
  provenance { freshness source { id } }`;
const ofYear = `{ appeals(country: "AFG", year: 2026) { ${appealFields} } }`;

test("shipped appeals are served at once, and those of today when they are fetched, whole", async () => {
  publishPlans(replay, [renamed, flash]);
  await open("auto");
  expect((await answer(ofYear)).appeals).toMatchObject([
    {
      code: "HAFG26",
      requirementUsd: 1_714_181_496,
      fundingUsd: 214_214_587,
      provenance: { freshness: "SNAPSHOT" },
      funding: { asOf: "2026-04-17" },
    },
  ]);
  await vi.waitFor(async () => {
    const today = new Date().toISOString().slice(0, 10);
    const { appeals } = await answer(ofYear);
    expect(appeals).toEqual([
      {
        code: "FAFG26",
        name: "Afghanistan Flash Appeal 2026",
        year: 2026,
        type: "Humanitarian needs and response plan",
        requirementUsd: 50_000_000,
        originalRequirementUsd: 1714181496,
        fundingUsd: 0,
        coverage: 0,
        clusters: null,
        earlierCodes: [],
        earlierNames: [],
        funding: {
          basis: "PUBLISHED",
          totalUsd: 0,
          asOf: today,
          complete: today > "2026-12-31",
          byCluster: [{ id: "NOT_SPECIFIED" }],
          byAppeal: [{ id: "FAFG26", amountUsd: 0, appeal: { code: "FAFG26" } }],
        },
        provenance: { freshness: "CACHED", source: { id: "FTS" } },
      },
      expect.objectContaining({
        code: "HAFG26r",
        requirementUsd: 1_000_000_000,
        fundingUsd: 400_000_000,
        coverage: 0.4,
        clusters: [
          { id: "HEA", amountUsd: 300_000_000, share: 0.75, requirementUsd: 200_000_000, coverage: 1.5 },
          { id: "NOT_SPECIFIED", amountUsd: 90_000_000, share: 0.225, requirementUsd: null, coverage: null },
          { id: "MULTIPLE", amountUsd: 10_000_000, share: 0.025, requirementUsd: null, coverage: null },
        ],
        earlierCodes: ["HAFG26"],
        earlierNames: ["Afghanistan Humanitarian Needs and Response Plan 2026"],
        provenance: { freshness: "CACHED", source: { id: "FTS" } },
      }),
    ]);
  }, patience);
  expect(asked()).toEqual([plansPath(2026), "1502", "4000"]);

  const again = await answer(`{
    former: appeal(code: "hafg26") { code overlapsWith { code } }
    of2020: appeals(country: "AFG", year: 2020) { code requirementUsd provenance { freshness } }
    then: appeal(code: "HAFG26") { funding(asOf: "2026-03-01") { totalUsd requirementUsd asOf provenance { freshness } } }
  }`);
  expect(again.former).toMatchObject({ code: "HAFG26r", overlapsWith: [{ code: "FAFG26" }] });
  expect(again.of2020).toContainEqual({
    code: "HAFG20",
    requirementUsd: 1_131_050_820,
    provenance: { freshness: "SNAPSHOT" },
  });
  expect(again.then.funding).toEqual({
    totalUsd: 158_972_662,
    requirementUsd: 1_714_181_496,
    asOf: "2026-02-20",
    provenance: { freshness: "SNAPSHOT" },
  });
  expect(asked().filter((each) => each === plansPath(2026) || /^\d+$/.test(each))).toHaveLength(3);
});

test("an appeal of several countries is whole by itself and a share in each", async () => {
  publishPlans(replay, [regional], { body: { status: "ok", data: { flows: [] }, meta: { count: 0 } } });
  await open("live");
  const { country, appeal } = await answer(`{
    country(code: "TJK") { appeals(year: 2026) { code countries { code } requirementUsd fundingUsd coverage clusters { id amountUsd } } }
    appeal(code: "CTJK00") { code }
  }`);
  expect(country.appeals).toEqual([
    {
      code: "RAFG26",
      countries: [{ code: "IRN" }, { code: "TJK" }],
      requirementUsd: 300,
      fundingUsd: 90,
      coverage: 0.3,
      clusters: [{ id: "MULTIPLE", amountUsd: 90 }],
    },
  ]);
  expect(appeal).toEqual({ code: "CTJK00" });
  expect(asked()).toEqual([plansPath(2026), "1600", "1600"]);

  const share =
    '{ country(code: "TJK") { funding(year: 2026) { basis requirementUsd missing byCluster { id requirementUsd } } } }';
  expect((await answer(share)).country.funding).toEqual({
    basis: "FLOWS",
    requirementUsd: 100,
    missing: "NOT_REPORTED",
    byCluster: [],
  });
});

test("a year stays open until a table is taken after it, and the last one in any case", () => {
  const november2026 = Date.UTC(2026, 10, 24);
  expect(openYears("2026-04-17T00:00:00.000Z", november2026)).toEqual([2025, 2026, 2027]);
  expect(openYears("2026-04-17T00:00:00.000Z", Date.UTC(2029, 0, 1))).toEqual([2026, 2027, 2028, 2029, 2030]);
  expect(openYears("2029-02-01T00:00:00.000Z", Date.UTC(2029, 2, 1))).toEqual([2028, 2029, 2030]);
});

test.each([
  ["SOURCE_UNAVAILABLE", { status: 503, body: "" }],
  ["SOURCE_MALFORMED", { body: { status: "ok", data: [{ locations: [{ iso3: "AFG" }] }] } }],
])("%s: the shipped table stays, and where none may stand in the field says so", async (code, reply) => {
  replay.script("*", reply);
  await open("auto");
  await answer(ofYear);
  const status = "{ sources { source { id } lastErrorCode } }";
  await vi.waitFor(
    async () => expect((await answer(status)).sources).toContainEqual({ source: { id: "FTS" }, lastErrorCode: code }),
    patience,
  );
  expect((await answer(ofYear)).appeals).toMatchObject([{ code: "HAFG26", provenance: { freshness: "SNAPSHOT" } }]);
  await gateway.close();

  await open("live");
  const { data, errors } =
    await gateway.ask(`{ appeals(year: 2026) { code } old: appeals(year: 2020, country: "AFG") { code }
    appeal(code: "HAFG26") { code } closed: appeal(code: "HAFG20") { fundingUsd } }`);
  expect(data).toMatchObject({ appeals: null, appeal: null, closed: { fundingUsd: 600_940_338 } });
  expect(data.old.length).toBeGreaterThan(0);
  expect(errors.map(({ path, extensions }) => [path?.[0], extensions.code]).toSorted()).toEqual([
    ["appeal", code],
    ["appeals", code],
  ]);
});
