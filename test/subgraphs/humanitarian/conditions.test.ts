import { afterAll, beforeAll, expect, test } from "vitest";
import { startGateway, type TestGateway } from "../../support/gateway.ts";

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

async function answer(query: string) {
  const { data, errors } = await gateway.ask(query);
  expect(errors).toEqual([]);
  return data;
}

interface Caseload {
  readonly caseload: string;
  readonly cluster: { readonly code: string } | null;
  readonly partOf: { readonly code: string } | null;
  readonly peopleInNeed: number | null;
}

interface Price {
  readonly date: string;
  readonly market: string;
  readonly afn: number;
  readonly usd: number | null;
  readonly flag: string | null;
  readonly missing: string | null;
  readonly commodity: string;
}

test("one request joins needs, food security and prices of a province by its place code", async () => {
  const { province } = await answer(`{ province(pcode: "AF01") { name
    needs(year: 2024) { peopleInNeed targeted missing }
    foodSecurity { analysis phase3Plus area kind projected province { pcode } }
    foodPrices(commodity: "Wheat", from: "2023-01-01") { date market afn usd province { pcode } district { pcode } } } }`);
  expect(province.name).toBe("Kabul");
  expect(province.needs).toEqual({ peopleInNeed: 3393245, targeted: 2342524, missing: null });
  expect(province.foodSecurity.slice(0, 2)).toEqual([
    {
      analysis: "Apr 2023",
      phase3Plus: 1022722,
      area: "Kabul",
      kind: "PROVINCE",
      projected: false,
      province: { pcode: "AF01" },
    },
    {
      analysis: "Apr 2023",
      phase3Plus: 1689705,
      area: "Kabul Urban",
      kind: "URBAN",
      projected: false,
      province: { pcode: "AF01" },
    },
  ]);
  expect(province.foodPrices).toHaveLength(21);
  expect(province.foodPrices.at(-1)).toEqual({
    date: "2024-09-15",
    market: "Kabul",
    afn: 30,
    usd: 0.3863,
    province: { pcode: "AF01" },
    district: { pcode: "AF0101" },
  });
  const days = province.foodPrices.map(({ date }: Price) => date);
  expect(days).toEqual(days.toSorted());
});

test("a province without needs says why, and one without markets has null", async () => {
  const data = await answer(`{
    province(pcode: "AF02") { needs(year: 2024) { peopleInNeed byCluster { caseload } overlapping missing } }
    oblast: province(pcode: "KG02000000000") { foodPrices { afn } foodSecurity { area } exchangeRates { afnPerUsd } needs(year: 2024) { missing } }
    district: province(pcode: "AF0101") { needs(year: 2024) { peopleInNeed } foodSecurity { area } foodPrices(from: "2024-09-01") { market } }
    provinces(country: "TKM") { pcode }
  }`);
  expect(data.province.needs).toEqual({
    peopleInNeed: null,
    byCluster: [],
    overlapping: false,
    missing: "NOT_COVERED",
  });
  expect(data.oblast).toEqual({
    foodPrices: null,
    foodSecurity: null,
    exchangeRates: null,
    needs: { missing: "NOT_COVERED" },
  });
  expect(data.district.needs).toEqual({ peopleInNeed: 2293151 });
  expect(data.district.foodSecurity).toBeNull();
  expect(new Set(data.district.foodPrices.map(({ market }: Price) => market))).toEqual(new Set(["Kabul"]));
  expect(data.provinces).toBeNull();
});

test("people in need are counted once, and the lists of clusters overlap", async () => {
  const { country, kgz } = await answer(`{
    country(code: "AFG") {
      y2020: needs(year: 2020) { peopleInNeed targeted reached byCluster { caseload } overlapping provenance { vintage } }
      y2024: needs(year: 2024) { peopleInNeed targeted reached overlapping missing provenance { vintage source { id } }
        byCluster { caseload cluster { code } partOf { code } peopleInNeed targeted } }
      y2025: needs(year: 2025) { peopleInNeed missing }
      y2026: needs(year: 2026) { peopleInNeed targeted reached byCluster { cluster { code } peopleInNeed targeted } }
    }
    kgz: country(code: "KGZ") { needs(year: 2024) { missing } }
  }`);
  expect(country.y2020).toEqual({
    peopleInNeed: 14000000,
    targeted: 11054331,
    reached: 10000000,
    byCluster: [],
    overlapping: false,
    provenance: { vintage: "2021-03-12" },
  });
  expect(country.y2024).toMatchObject({
    peopleInNeed: 23666389,
    targeted: 17327995,
    reached: 18400000,
    overlapping: true,
    missing: null,
    provenance: { vintage: "2025-01-15", source: { id: "HPC" } },
  });
  const lists: Caseload[] = country.y2024.byCluster;
  const wholes = lists.filter(({ partOf }) => partOf === null);
  expect(lists.slice(0, wholes.length)).toEqual(wholes);
  // The caseload of an appeal at the borders is no cluster's.
  const clusters = wholes.filter(({ cluster }) => cluster?.code !== "MS");
  expect(clusters.reduce((total, { peopleInNeed }) => total + (peopleInNeed ?? 0), 0)).toBe(97711449);
  expect(lists.find(({ cluster }) => cluster?.code === "PRO")).toMatchObject({
    caseload: "Protection (overall)",
    peopleInNeed: 20806009,
  });
  expect(
    lists
      .filter(({ partOf }) => partOf?.code === "PRO")
      .map(({ cluster }) => cluster?.code ?? null)
      .toSorted(),
  ).toEqual(["PRO-CPN", "PRO-GBV", "PRO-HLP", "PRO-MIN", null].toSorted());
  expect(country.y2025).toEqual({ peopleInNeed: null, missing: "NOT_COVERED" });
  expect(country.y2026).toMatchObject({ peopleInNeed: 21889283, targeted: 17479657, reached: null });
  expect(country.y2026.byCluster).toContainEqual({ cluster: { code: "MPC" }, peopleInNeed: null, targeted: 688322 });
  expect(kgz.needs).toEqual({ missing: "NOT_COVERED" });
});

test("the country has 13 analyses of food security, and two early ones are of a region", async () => {
  const { country } = await answer(`{ country(code: "AFG") {
    foodSecurity { analysis period projected area kind population phase1 phase2 phase3 phase4 phase5 phase3Plus province { pcode } provenance { source { id } } } } }`);
  const all: { analysis: string; kind: string; area: string }[] = country.foodSecurity;
  expect(new Set(all.map(({ analysis }) => analysis)).size).toBe(13);
  expect(all.slice(0, 2)).toEqual([
    {
      analysis: "Oct 2024",
      period: "2024-09-01/2024-10-31",
      projected: false,
      area: "Afghanistan",
      kind: "COUNTRY",
      population: 46024354,
      phase1: 14192140,
      phase2: 20204146,
      phase3: 9798949,
      phase4: 1811656,
      phase5: 0,
      phase3Plus: 11610606,
      province: null,
      provenance: { source: { id: "HDX" } },
    },
    expect.objectContaining({
      analysis: "Oct 2024",
      period: "2024-11-01/2025-03-31",
      projected: true,
      phase3Plus: 14764724,
    }),
  ]);
  expect(all.filter(({ kind }) => kind === "REGION").map(({ analysis, area }) => `${analysis} ${area}`)).toEqual([
    "Jan 2018 North East",
    "May 2017 East Region",
  ]);
});

test("every province of 2023 is analysed, towns stand beside their provinces, and other spellings are found", async () => {
  const { provinces } = await answer("{ provinces { pcode foodSecurity { analysis area kind projected phase5 } } }");
  const areas = new Map<
    string,
    { analysis: string; area: string; kind: string; projected: boolean; phase5: number | null }[]
  >(provinces.map((province: { pcode: string; foodSecurity: object[] }) => [province.pcode, province.foodSecurity]));
  expect(areas.size).toBe(34);
  let towns = 0;
  for (const [pcode, analyses] of areas) {
    const latest = analyses.filter(({ analysis, projected }) => analysis === "Apr 2023" && !projected);
    expect(
      latest.filter(({ kind }) => kind === "PROVINCE"),
      pcode,
    ).toHaveLength(1);
    towns += latest.filter(({ kind }) => kind === "URBAN").length;
  }
  expect(towns).toBe(11);
  const namesOf = (pcode: string) => new Set(areas.get(pcode)?.map(({ area }) => area));
  expect(namesOf("AF30")).toEqual(new Set(["Hilmand", "Helmand", "Helmand Urban"]));
  expect(namesOf("AF22")).toContain("Sari pul");
  expect(namesOf("AF04")).toContain("Wardak");
  // Groups of districts of 2017 belong to their province; what they do not state is missing, not zero.
  const groups = areas.get("AF06")?.filter(({ kind }) => kind === "CLUSTER") ?? [];
  expect(groups).toHaveLength(8);
  expect(groups.find(({ area }) => area === "Nangarhar c_1")?.phase5).toBeNull();
});

test("prices in old afghani are marked and have no dollars, and cereals of the same years have", async () => {
  const { country } = await answer(`{ country(code: "AFG") {
    old: foodPrices(to: "2002-12-31") { commodity afn usd flag missing }
    fuel: foodPrices(commodity: "fuel (diesel)", from: "2002-12-01", to: "2003-01-31") { market date afn usd flag } } }`);
  const old: Price[] = country.old;
  const cereals = new Set(["Bread", "Wheat", "Wheat flour"]);
  for (const { commodity, afn, usd, flag, missing } of old) {
    if (cereals.has(commodity)) {
      expect(flag).toBeNull();
      expect(usd).toBeGreaterThan(0);
      expect(afn).toBeLessThan(100);
    } else {
      expect({ flag, usd, missing }).toEqual({ flag: "OLD_AFGHANI", usd: null, missing: "NOT_COMPARABLE" });
      expect(afn).toBeGreaterThan(3000);
    }
  }
  expect(old.some(({ flag }) => flag === null)).toBe(true);
  const kabul = country.fuel.filter(({ market }: Price) => market === "Kabul");
  expect(kabul).toEqual([
    { market: "Kabul", date: "2002-12-15", afn: 14800, usd: null, flag: "OLD_AFGHANI" },
    { market: "Kabul", date: "2003-01-15", afn: 14, usd: 0.3256, flag: null },
  ]);
});

test("all 33,511 rows of the price file are answered, the exchange rate as a series of its own", async () => {
  const { country } = await answer(
    '{ country(code: "AFG") { foodPrices { commodity } exchangeRates { afnPerUsd } september: exchangeRates(from: "2024-09-01") { market date afnPerUsd province { pcode } } } }',
  );
  expect(country.foodPrices.length + country.exchangeRates.length).toBe(33511);
  expect(country.exchangeRates).toHaveLength(2341);
  const commodities = new Set(country.foodPrices.map(({ commodity }: Price) => commodity));
  expect(commodities.size).toBe(15);
  expect(commodities).not.toContain("Exchange rate");
  for (const { afnPerUsd } of country.exchangeRates) expect(afnPerUsd).toBeGreaterThan(30);
  expect(country.september).toHaveLength(33);
});

test("a good that is priced nowhere and a range that runs backwards are coded errors", async () => {
  const { data, errors } = await gateway.ask(`{ country(code: "AFG") {
    typo: foodPrices(commodity: "Wheet") { afn }
    rate: foodPrices(commodity: "Exchange rate") { afn }
    backwards: foodPrices(commodity: "Wheat", from: "2024-01-01", to: "2023-01-01") { afn }
    none: foodPrices(commodity: "Wheat", from: "2030-01-01") { afn } } }`);
  expect(data.country).toEqual({ typo: null, rate: null, backwards: null, none: [] });
  const byField = new Map(errors.map(({ path, extensions }) => [path?.[1], extensions]));
  expect(byField.get("typo")).toMatchObject({ code: "UNKNOWN_ID", suggestions: ["Wheat"] });
  expect(byField.get("rate")?.suggestions).toHaveLength(15);
  expect(byField.get("backwards")).toMatchObject({ code: "INVALID_RANGE" });
});

test("publishers' counts of displaced people stand side by side with their spread", async () => {
  const { country, kaz, deu } = await answer(`{
    country(code: "AFG") {
      y2022: displacement(year: 2022) { spread note estimates { value kind population date definition source { id } } }
      y2024: displacement(year: 2024) { note }
      y2025: displacement(year: 2025) { spread note estimates { value population note provenance { source { id } } } }
      early: displacement(year: 1990) { spread missing }
    }
    kaz: country(code: "KAZ") { y2024: displacement(year: 2024) { estimates { value population } } y2025: displacement(year: 2025) { note estimates { value population } } }
    deu: country(code: "DEU") { displacement(year: 2022) { estimates { value } missing } }
  }`);
  const inside = country.y2022.estimates.filter(
    ({ population }: { population: string }) => population === "internally displaced people",
  );
  expect(inside).toEqual([
    expect.objectContaining({ value: 3254002, kind: "STOCK", date: "2022-12-31", source: { id: "UNHCR" } }),
    expect.objectContaining({ value: 4513270, kind: "STOCK", date: "2022-12-31", source: { id: "IDMC" } }),
  ]);
  expect(inside[0].definition).not.toBe(inside[1].definition);
  expect(country.y2022).toMatchObject({ spread: 4513270 - 3254002, note: null });
  expect(country.y2022.estimates).toContainEqual(expect.objectContaining({ value: 32424, kind: "FLOW", date: null }));
  expect(country.y2024.note).toBeNull();
  expect(country.y2025.note).toContain("Series break");
  expect(country.y2025.spread).toBe(4355000 - 3199023);
  expect(country.y2025.estimates).toContainEqual({
    value: 4355000,
    population: "internally displaced people",
    note: "Rounded to thousands, as UNHCR republishes the figure.",
    provenance: { source: { id: "IDMC" } },
  });
  expect(country.y2025.estimates).toContainEqual(
    expect.objectContaining({ value: 1947183, population: "returned refugees" }),
  );
  expect(country.early).toEqual({ spread: null, missing: null });
  // People counted as refugees in Kazakhstan in 2024 are others in need of protection in 2025.
  expect(kaz.y2024.estimates).toContainEqual({ value: 65833, population: "refugees in the country, from others" });
  expect(kaz.y2025.estimates).toContainEqual({
    value: 48391,
    population: "other people in need of international protection in the country, from others",
  });
  expect(deu.displacement).toEqual({ estimates: [], missing: "NOT_COVERED" });
});

test("each of the six has ten years of the risk index, and what the table lacks is null", async () => {
  const { countries, deu } = await answer(`{
    countries { code risk { year overall hazard vulnerability copingCapacity riskClass rank provenance { source { id } } } }
    deu: country(code: "DEU") { risk { year } } }`);
  expect(countries).toHaveLength(6);
  for (const { risk } of countries) {
    expect(risk.map(({ year }: { year: number }) => year)).toEqual([
      2024, 2023, 2022, 2021, 2020, 2019, 2018, 2017, 2016, 2015,
    ]);
  }
  const afghanistan = countries.find(({ code }: { code: string }) => code === "AFG");
  expect(afghanistan.risk[0]).toEqual({
    year: 2024,
    overall: 7.8,
    hazard: 7.6,
    vulnerability: 8.3,
    copingCapacity: 7.4,
    riskClass: null,
    rank: null,
    provenance: { source: { id: "INFORM" } },
  });
  expect(deu.risk).toBeNull();
});
