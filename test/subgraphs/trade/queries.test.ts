import { expect, test } from "vitest";
import { sharedGateway } from "../../support/shared-gateway.ts";

const gateway = sharedGateway();

test("exports and imports of the six in 2019 are the World rows of the IMF", async () => {
  const { data, errors } = await gateway.ask(`{ countries {
    code exports(year: 2019) { valueUsd currency scope missing } imports(year: 2019) { valueUsd } tradeBalance(year: 2019) { exportsUsd importsUsd balanceUsd }
  } }`);
  expect(errors).toEqual([]);
  const millions = (value: number) => Math.round(value / 1e6);
  const totals = data.countries.map((country: { code: string; exports: Money; imports: Money }) => [
    country.code,
    millions(country.exports.valueUsd),
    millions(country.imports.valueUsd),
  ]);
  expect(totals.toSorted()).toEqual([
    ["AFG", 864, 6776],
    ["KAZ", 57677, 38419],
    ["KGZ", 1966, 4904],
    ["TJK", 996, 3340],
    ["TKM", 10539, 2995],
    ["UZB", 14914, 21855],
  ]);
  for (const { exports, imports, tradeBalance } of data.countries) {
    expect(tradeBalance).toEqual({
      exportsUsd: exports.valueUsd,
      importsUsd: imports.valueUsd,
      balanceUsd: exports.valueUsd - imports.valueUsd,
    });
  }
});

interface Money {
  readonly valueUsd: number;
}

test("a total that is not there says why, also of a country whose total the tables do not hold", async () => {
  const { data, errors } = await gateway.ask(`{
    early: country(code: "KAZ") { exports(year: 1980) { valueUsd missing provenance { source { id } } } tradeBalance(year: 1980) { balanceUsd missing } topPartners(flow: EXPORT, year: 1980) { share } tradeIndicators(year: 1980) { herfindahlExports missing } }
    late: country(code: "KAZ") { imports(year: 2023) { valueUsd missing } }
    other: country(code: "DEU") { exports(year: 2019) { valueUsd missing } topPartners(flow: EXPORT, year: 2019) { share } }
  }`);
  expect(errors).toEqual([]);
  expect(data).toEqual({
    early: {
      exports: { valueUsd: null, missing: "NOT_REPORTED", provenance: { source: { id: "IMF" } } },
      tradeBalance: { balanceUsd: null, missing: "NOT_REPORTED" },
      topPartners: null,
      tradeIndicators: { herfindahlExports: null, missing: "NOT_REPORTED" },
    },
    late: { imports: { valueUsd: null, missing: "NOT_COVERED" } },
    other: { exports: { valueUsd: null, missing: "NOT_COVERED" }, topPartners: null },
  });
});

test("top partners are countries and unspecified areas, the largest first, as parts of the World row", async () => {
  const { data, errors } = await gateway.ask(`{
    country(code: "KAZ") {
      all: topPartners(flow: EXPORT, year: 2019, first: 1000) { partner { code kind } valueUsd share nature }
      five: topPartners(flow: EXPORT, year: 2019, first: 5) { partner { code name(language: RU) } }
    }
  }`);
  expect(errors).toEqual([]);
  const { all, five } = data.country;
  expect(new Set(all.map(({ partner }: Share) => partner.kind))).toEqual(new Set(["COUNTRY", "UNSPECIFIED"]));
  expect(all.reduce((sum: number, { share }: Share) => sum + share, 0)).toBeCloseTo(1, 3);
  const values = all.map(({ valueUsd }: Share) => valueUsd);
  expect(values).toEqual(values.toSorted((a: number, b: number) => b - a));
  expect(five.map(({ partner }: Share) => partner.code)).toEqual(["ITA", "CHN", "RUS", "NLD", "FRA"]);
  expect(five[1].partner.name).toBe("Китай");
});

interface Share {
  readonly partner: { readonly code: string; readonly kind: string };
  readonly valueUsd: number;
  readonly share: number;
}

test("the part of exports that stays in the region is as the sources file computes it", async () => {
  const { data, errors } = await gateway.ask(
    "{ countries { code tradeIndicators(year: 2019) { intraRegionalExportShare growthExports herfindahlExports unspecifiedExportShare } } }",
  );
  expect(errors).toEqual([]);
  const share = new Map(
    data.countries.map((country: { code: string; tradeIndicators: Record<string, number> }) => [
      country.code,
      Math.round((country.tradeIndicators["intraRegionalExportShare"] ?? 0) * 1000) / 10,
    ]),
  );
  expect(Object.fromEntries(share)).toEqual({ TJK: 44.3, KGZ: 27.4, UZB: 18.1, TKM: 7.6, KAZ: 6.5, AFG: 0.9 });
});

test("flows are filtered exactly and paged to the end without loss or repetition", async () => {
  const filter = 'reporter: "KGZ", flow: IMPORT, from: 2019, to: 2019, source: IMF';
  const all = (await gateway.ask(`{ tradeFlows(${filter}, first: 1000) { totalCount nodes { ...key } } } ${key}`)).data
    .tradeFlows;
  const paged: unknown[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { data } = await gateway.ask(
      `query ($after: String) { tradeFlows(${filter}, first: 40, after: $after) { edges { node { ...key } } pageInfo { hasNextPage endCursor } } } ${key}`,
      { after },
    );
    paged.push(...data.tradeFlows.edges.map(({ node }: { node: unknown }) => node));
    after = data.tradeFlows.pageInfo.endCursor;
    more = data.tradeFlows.pageInfo.hasNextPage;
  }
  expect(all.totalCount).toBeGreaterThan(100);
  expect(paged).toEqual(all.nodes);
  expect(new Set(paged.map((node) => JSON.stringify(node))).size).toBe(all.totalCount);
  expect(paged).toContainEqual({ reporter: { code: "KGZ" }, partner: { code: "CHN" }, flow: "IMPORT", period: "2019" });
});

const key = "fragment key on TradeFlow { reporter { code } partner { code } flow period }";

test("without a filter every cell of the IMF is there", async () => {
  const { data } = await gateway.ask("{ tradeFlows { totalCount nodes { valueUsd } } }");
  expect(data.tradeFlows.totalCount).toBe(69_239);
  expect(data.tradeFlows.nodes).toHaveLength(50);
});

test("the matrices hold the thirty directions of the region", async () => {
  const { data, errors } = await gateway.ask(`{
    tradeMatrix(year: 2019) { reporter { code } partner { code } flow }
    mirrorMatrix(year: 2019) { exporter { code } importer { code } status exporterReport { valueUsd } }
  }`);
  expect(errors).toEqual([]);
  const directions = data.mirrorMatrix.map(
    ({ exporter, importer }: { exporter: Code; importer: Code }) => `${exporter.code} ${importer.code}`,
  );
  expect(new Set(directions).size).toBe(30);
  expect(data.tradeMatrix.every(({ flow }: { flow: string }) => flow === "EXPORT")).toBe(true);
  const reported = data.mirrorMatrix.filter(
    ({ exporterReport }: { exporterReport: unknown }) => exporterReport !== null,
  );
  expect(data.tradeMatrix).toHaveLength(reported.length);
});

interface Code {
  readonly code: string;
}

test("goods are found by id, bare code, parent and words of either language", async () => {
  const { data, errors } = await gateway.ask(`{
    heading: commodity(code: "0702") { id code system level name ru: name(language: RU) kk: name(language: KK) parent { id level parent { id parent { id } } } }
    chapter: commodity(code: "hs2022:07") { id children { id } }
    total: commodity(code: "TOTAL") { system level children { id } }
    nowhere: commodity(code: "9999") { name(language: RU) }
    words: commodities(search: "свежие томаты") { totalCount nodes { id } }
    chapters: commodities(level: 2, system: "HS2022", first: 1000) { totalCount }
    below: commodities(parent: "07") { totalCount }
  }`);
  expect(errors).toEqual([]);
  expect(data.heading).toEqual({
    id: "HS2022:0702",
    code: "0702",
    system: "HS2022",
    level: 4,
    name: "Tomatoes; fresh or chilled",
    ru: "Томаты свежие или охлажденные",
    kk: "Tomatoes; fresh or chilled",
    parent: { id: "HS2022:07", level: 2, parent: { id: "TOTAL", parent: null } },
  });
  expect(data.chapter.children).toHaveLength(14);
  expect(data.below.totalCount).toBe(14);
  expect(data.chapters.totalCount).toBe(97);
  expect(data.total).toMatchObject({ system: null, level: 0 });
  expect(data.total.children).toHaveLength(97);
  expect(data.nowhere.name).toBe("Commodities not specified according to kind");
  expect(data.words.nodes).toContainEqual({ id: "HS2022:0702" });
});

test("wrong codes, ranges, pages and factors are coded errors at their own fields", async () => {
  const { data, errors } = await gateway.ask(`{
    reporter: tradeFlows(reporter: "Kazakstan") { totalCount }
    partner: tradeFlows(partner: "EU28") { totalCount }
    named: mirror(exporter: "KAZ", importer: "Kyrgistan", from: 2010, to: 2011) { year }
    reversed: mirror(exporter: "KAZ", importer: "KGZ", from: 2012, to: 2011) { year }
    endless: mirror(exporter: "KAZ", importer: "KGZ", from: 0, to: 2000000000) { year }
    backwards: tradeFlows(from: 2012, to: 2011) { totalCount }
    page: tradeFlows(first: 1001) { totalCount }
    cursor: tradeFlows(after: "nonsense") { totalCount }
    goods: commodity(code: "0799") { id }
    system: commodities(system: "HS2021") { totalCount }
    level: commodities(level: 3) { totalCount }
    coverage: tradeCoverage(reporter: "XYZ") { note }
    factor: mirror(exporter: "CHN", importer: "KGZ", from: 2019, to: 2019) { adjusted(cifFob: 0) { ratio } }
    country(code: "KAZ") { code topPartners(flow: EXPORT, year: 2019, first: -1) { share } }
  }`);
  expect(data.country).toEqual({ code: "KAZ", topPartners: null });
  expect(data.factor).toEqual([{ adjusted: null }]);
  const byPath = new Map(errors.map(({ path, extensions }) => [path?.join("."), extensions]));
  const expected = {
    reporter: { code: "UNKNOWN_COUNTRY", suggestions: ["KAZ"] },
    partner: { code: "UNKNOWN_COUNTRY", suggestions: ["EU27"] },
    named: { code: "UNKNOWN_COUNTRY", suggestions: ["KGZ"] },
    reversed: { code: "INVALID_RANGE" },
    endless: { code: "INVALID_RANGE" },
    backwards: { code: "INVALID_RANGE" },
    page: { code: "INVALID_PAGE" },
    cursor: { code: "INVALID_PAGE" },
    goods: { code: "UNKNOWN_ID", suggestions: ["0709"] },
    system: { code: "UNKNOWN_ID", suggestions: ["HS2022"] },
    level: { code: "UNKNOWN_ID", suggestions: ["0", "2", "4"] },
    coverage: { code: "UNKNOWN_COUNTRY" },
    "factor.0.adjusted": { code: "INVALID_RANGE" },
    "country.topPartners": { code: "INVALID_PAGE" },
  };
  for (const [path, extensions] of Object.entries(expected)) expect(byPath.get(path), path).toMatchObject(extensions);
  expect(errors).toHaveLength(Object.keys(expected).length);
});
