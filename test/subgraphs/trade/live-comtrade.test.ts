import { expect, test } from "vitest";
import { liveGateway } from "../../support/live-gateway.ts";
import type { SeenRequest } from "../../support/upstream.ts";

const { replay, gateway } = liveGateway();

const preview = "/public/v1/preview/C/A/HS";
const open = (env: Record<string, string> = {}) =>
  gateway.open({ SOURCES: "auto", COMTRADE_BASE_URL: replay.url, ...env });
const numbers = { KAZ: 398, KGZ: 417, UZB: 860, WLD: 0, EU27: 97, UNKNOWN: 899 };

function row(partner: keyof typeof numbers, primaryValue: number, more: object = {}) {
  const exact = { partnerCode: numbers[partner], partner2Code: 0, customsCode: "C00", mosCode: "0", motCode: 0 };
  const flags = { isReported: true, isAggregate: false, isNetWgtEstimated: false, aggrLevel: null };
  return {
    ...exact,
    ...flags,
    classificationCode: "H6",
    cifvalue: null,
    fobvalue: null,
    netWgt: null,
    primaryValue,
    ...more,
  };
}
/** Rows of whoever, whatever and whenever was asked for. */
const answered = (request: SeenRequest, ...rows: object[]) => {
  const asked = (name: string) => request.query.get(name) ?? "";
  const said = {
    reporterCode: Number(asked("reporterCode")),
    period: asked("period"),
    flowCode: asked("flowCode"),
    cmdCode: asked("cmdCode"),
  };
  return { body: { count: rows.length, data: rows.map((each) => ({ ...said, ...each })), error: "" } };
};

test("totals, balance and partners of a year are two calls, and kept for the next question", async () => {
  replay.script(preview, (request) =>
    request.query.get("flowCode") === "X"
      ? answered(
          request,
          row("WLD", 1000, { fobvalue: 1000 }),
          row("UZB", 600),
          row("EU27", 900),
          row("UNKNOWN", 150),
          row("UZB", 590, { classificationCode: "H5" }),
        )
      : answered(request, row("WLD", 400, { cifvalue: 400 })),
  );
  await open();
  const query = `{ country(code: "KGZ") {
    exports(year: 2023, source: COMTRADE) { valueUsd nature missing provenance { freshness source { id } } }
    imports(year: 2023, source: COMTRADE) { valueUsd }
    tradeBalance(year: 2023, source: COMTRADE) { balanceUsd missing }
    topPartners(flow: EXPORT, year: 2023, source: COMTRADE) { partner { code name kind } valueUsd share } } }`;
  const { data, errors } = await gateway.ask(query);
  expect(errors).toEqual([]);
  expect(data.country).toEqual({
    exports: {
      valueUsd: 1000,
      nature: "REPORTED",
      missing: null,
      provenance: { freshness: "LIVE", source: { id: "COMTRADE" } },
    },
    imports: { valueUsd: 400 },
    tradeBalance: { balanceUsd: 600, missing: null },
    topPartners: [
      { partner: { code: "UZB", name: "Uzbekistan", kind: "COUNTRY" }, valueUsd: 600, share: 0.6 },
      {
        partner: { code: "COMTRADE:899", name: "Areas not elsewhere specified", kind: "UNSPECIFIED" },
        valueUsd: 150,
        share: 0.15,
      },
    ],
  });
  expect((await gateway.ask(query)).data.country.exports.provenance.freshness).toBe("CACHED");
  expect(replay.requests.map(({ query: asked }) => asked.get("flowCode"))).toEqual(["X", "M"]);
});

test("flows of one class of goods have weight, valuation and the edition they were reported in", async () => {
  const lettuce = { cifvalue: 70, netWgt: 12_000, isNetWgtEstimated: true, classificationCode: "H5" };
  replay.script("/data/v1/get/C/A/HS", (request) => answered(request, row("UZB", 70, lettuce)));
  await open({ COMTRADE_KEY: "aryk-secret" });
  const { data, errors } =
    await gateway.ask(`{ tradeFlows(source: COMTRADE, reporter: "KAZ", partner: "UZB", flow: IMPORT,
    commodity: "0705", from: 2021, to: 2021) { totalCount nodes {
      period commodity { id } valueUsd valuation netWeightKg note reporter { code } } } }`);
  expect(errors).toEqual([]);
  expect(data.tradeFlows).toEqual({
    totalCount: 1,
    nodes: [
      {
        period: "2021",
        commodity: { id: "HS2022:0705" },
        valueUsd: 70,
        valuation: "CIF",
        netWeightKg: 12_000,
        note: "Reported by the H5 edition of the Harmonized System. The weight is an estimate.",
        reporter: { code: "KAZ" },
      },
    ],
  });
  expect(replay.requests[0]?.query.get("cmdCode")).toBe("0705");
});

test("both sides of a trade stand side by side, and a side without a report says so", async () => {
  replay.script(preview, (request) =>
    request.query.get("flowCode") === "X" ? answered(request, row("KGZ", 100)) : answered(request),
  );
  await open();
  const { data, errors } = await gateway.ask(`{ mirror(exporter: "UZB", importer: "KGZ", from: 2022, to: 2022,
    commodity: "07", source: COMTRADE) { status missing exporterReport { valueUsd commodity { code } } importerReport { valueUsd } gapUsd } }`);
  expect(errors).toEqual([]);
  expect(data.mirror).toEqual([
    {
      status: "EXPORTER_ONLY",
      missing: "NOT_REPORTED",
      exporterReport: { valueUsd: 100, commodity: { code: "07" } },
      importerReport: null,
      gapUsd: null,
    },
  ]);
  expect(replay.requests).toHaveLength(2);
});

test("a cut answer is an error of its field, and never a total", async () => {
  replay.script(preview, (request) => answered(request, ...Array.from({ length: 500 }, () => row("WLD", 1000))));
  await open();
  const { data, errors } = await gateway.ask(
    '{ country(code: "KAZ") { code exports(year: 2022, source: COMTRADE) { valueUsd } } }',
  );
  expect(data).toEqual({ country: { code: "KAZ", exports: null } });
  expect(errors).toMatchObject([{ path: ["country", "exports"], extensions: { code: "SOURCE_TRUNCATED" } }]);
});

test("where no publisher is asked, the fields of Comtrade alone fail", async () => {
  await open({ SOURCES: "snapshot" });
  const { data, errors } = await gateway.ask(`{ country(code: "KAZ") {
    there: exports(year: 2019, source: COMTRADE) { valueUsd } exports(year: 2019) { valueUsd } } }`);
  expect(data).toMatchObject({ country: { there: null, exports: { valueUsd: expect.any(Number) } } });
  expect(errors).toMatchObject([{ path: ["country", "there"], extensions: { code: "SOURCE_OFF" } }]);
});

test("Comtrade is asked by name alone, for a reporter and a few years", async () => {
  await open();
  const { errors } = await gateway.ask(`{
    a: tradeFlows(source: COMTRADE, from: 2020, to: 2021) { totalCount }
    b: tradeFlows(source: COMTRADE, reporter: "KAZ", from: 2001, to: 2020) { totalCount }
    c: mirror(exporter: "KAZ", importer: "UZB", from: 2010, to: 2020, source: COMTRADE) { year }
    d: tradeFlows(partner: "KAZ", reporter: "UZB", from: 2019, to: 2019, first: 1) { totalCount } }`);
  expect(errors.map(({ path, extensions }) => [path?.[0], extensions.code]).sort()).toEqual([
    ["a", "MISSING_ARGUMENT"],
    ["b", "TOO_MANY"],
    ["c", "TOO_MANY"],
  ]);
  expect(replay.requests).toEqual([]);
});
