import { describe, expect, test, vi } from "vitest";
import { liveGateway } from "../../support/live-gateway.ts";
import { publisherFiles, publishersText } from "../../support/shared-data.ts";

const { replay, gateway } = liveGateway();
const { answer } = gateway;

const show = "/api/3/action/package_show";
const open = (SOURCES: string) => gateway.open({ SOURCES, HDX_BASE_URL: replay.url });
const patience = { timeout: 10_000 };

/** Holds answers back until it is opened: what comes behind the first answer must not come before it. */
function gate() {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { passed, open: () => open() };
}

/** The data sets as the exchange lists them, with what stands in their files. */
function publish(
  files: { prices?: string; national?: string; level1?: string; area?: string },
  after: Promise<unknown> = Promise.resolve(),
) {
  const names = { prices: "Afghanistan - Food Prices", ...ipcNames };
  const resources = Object.entries(names).map(([path, name]) => ({
    name,
    download_url: `${replay.url}/dataset/${path}`,
    last_modified: "2026-11-20T08:00:00",
  }));
  replay.script(show, { body: { success: true, result: { resources } } });
  for (const path of Object.keys(names) as (keyof typeof names)[]) {
    // The exchange redirects to where its files lie.
    replay.script(`/dataset/${path}`, { status: 302, headers: { location: `/store/${path}` }, body: "" });
    replay.script(`/store/${path}`, { body: [columns[path], files[path]].join("\n"), after });
  }
}
const ipcNames = {
  national: "ipc_afg_national_long.csv",
  level1: "ipc_afg_level1_long.csv",
  area: "ipc_afg_area_long.csv",
};
const columns = {
  prices: "date,admin1,admin2,market,category,commodity,unit,priceflag,pricetype,currency,price,usdprice",
  national: "Date of analysis,Country,Validity period,From,To,Phase,Number,Percentage",
  level1: "Date of analysis,Country,Level 1,Validity period,From,To,Phase,Number,Percentage",
  area: "Date of analysis,Country,Level 1,Area,Validity period,From,To,Phase,Number,Percentage",
};
const newPrices = `2026-10-15,Kabul,Kabul,Kabul,cereals and tubers,Wheat,KG,actual,Retail,AFN,31,0.44
2026-10-15,Wardak,Maydan Shahr,Maidan Shahr,cereals and tubers,Quinoa,KG,actual,Retail,AFN,210,
2026-10-15,Kabul,Kabul,Kabul,non-food,Exchange rate,USD/LCU,actual,Retail,AFN,70.5,1`;

const foodQuery = `{
  province(pcode: "AF01") { foodPrices(commodity: "Wheat", from: "2024-09-01") { date afn usd provenance { freshness vintage source { id } } } }
  district: province(pcode: "AF0101") { foodPrices(from: "2024-09-15") { date commodity } }
  elsewhere: province(pcode: "KG02000000000") { foodPrices { afn } }
  country(code: "AFG") { exchangeRates(from: "2024-09-15") { date province { pcode } afnPerUsd provenance { freshness } } } }`;

test("shipped prices are served at once, and the newest file in their place when it is fetched", async () => {
  const firstAnswer = gate();
  publish({ prices: newPrices }, firstAnswer.passed);
  await open("auto");
  const first = await answer(foodQuery);
  firstAnswer.open();
  expect(first.province.foodPrices).toEqual([
    {
      date: "2024-09-15",
      afn: 30,
      usd: 0.3863,
      provenance: { freshness: "SNAPSHOT", vintage: "2024-09", source: { id: "HDX" } },
    },
  ]);
  expect(first.country.exchangeRates).toHaveLength(33);
  await vi.waitFor(async () => {
    expect(await answer(foodQuery)).toEqual({
      province: {
        foodPrices: [
          {
            date: "2026-10-15",
            afn: 31,
            usd: 0.44,
            provenance: { freshness: "CACHED", vintage: "2026-11-20", source: { id: "HDX" } },
          },
        ],
      },
      district: { foodPrices: [{ date: "2026-10-15", commodity: "Wheat" }] },
      elsewhere: { foodPrices: null },
      country: {
        exchangeRates: [
          { date: "2026-10-15", province: { pcode: "AF01" }, afnPerUsd: 70.5, provenance: { freshness: "CACHED" } },
        ],
      },
    });
  }, patience);
  expect(replay.requests.map(({ path }) => path)).toEqual([show, "/dataset/prices", "/store/prices"]);
});

test("goods of the newest file alone can be asked for, and what has no dollars says why", async () => {
  publish({ prices: newPrices });
  await open("live");
  const { country } = await answer(`{ country(code: "AFG") { foodPrices(commodity: "quinoa") {
    market province { pcode } usd flag missing provenance { freshness } } } }`);
  expect(country.foodPrices).toEqual([
    {
      market: "Maidan Shahr",
      province: { pcode: "AF04" },
      usd: null,
      flag: null,
      missing: "NOT_REPORTED",
      provenance: { freshness: expect.stringMatching(/LIVE|CACHED/) },
    },
  ]);
});

const analysesQuery = `{ country(code: "AFG") { foodSecurity { analysis area kind phase3Plus provenance { freshness vintage } } }
  province(pcode: "AF30") { foodSecurity { analysis area projected phase3Plus } } }`;

test("shipped analyses are served at once, and the newest files in their place when they are fetched", async () => {
  const files = {
    national: `Oct 2026,AFG,current,2026-09-01,2026-10-31,3+,12000000,0.26
Jan 2018,AFG,current,2017-11-01,2018-02-28,3+,1302047,0.33`,
    area: "Oct 2026,AFG,,Helmand,first projection,2026-11-01,2027-03-31,3+,700000,0.4",
  };
  const firstAnswer = gate();
  publish(files, firstAnswer.passed);
  await open("auto");
  expect((await answer(analysesQuery)).country.foodSecurity[0]).toMatchObject({
    analysis: "Oct 2024",
    provenance: { freshness: "SNAPSHOT" },
  });
  firstAnswer.open();
  await vi.waitFor(async () => {
    expect(await answer(analysesQuery)).toEqual({
      country: {
        foodSecurity: [
          {
            analysis: "Oct 2026",
            area: "Afghanistan",
            kind: "COUNTRY",
            phase3Plus: 12000000,
            provenance: { freshness: "CACHED", vintage: "2026-11-20" },
          },
          expect.objectContaining({ analysis: "Jan 2018", area: "North East", kind: "REGION" }),
        ],
      },
      province: { foodSecurity: [{ analysis: "Oct 2026", area: "Helmand", projected: true, phase3Plus: 700000 }] },
    });
  }, patience);
  expect(replay.requests).toHaveLength(7);
});

test.each([
  ["SOURCE_UNAVAILABLE", () => replay.script(show, { status: 503, body: "" })],
  ["SOURCE_MALFORMED", () => publish({ prices: "2026-10-15,Kabul,Kabul,Made Up,a,Wheat,KG,actual,Retail,AFN,31,0.4" })],
  ["SOURCE_REJECTED", () => replay.script(show, { status: 404, body: "" })],
])("%s: the shipped table stays, and where none may stand in the field says so", async (code, arrange) => {
  arrange();
  await open("auto");
  await answer(foodQuery);
  const status = "{ sources { source { id } lastErrorCode } }";
  await vi.waitFor(
    async () => expect((await answer(status)).sources).toContainEqual({ source: { id: "HDX" }, lastErrorCode: code }),
    patience,
  );
  expect((await answer(foodQuery)).province.foodPrices).toMatchObject([{ provenance: { freshness: "SNAPSHOT" } }]);
  await gateway.close();

  await open("live");
  const { data, errors } = await gateway.ask(`{ country(code: "AFG") { code foodPrices { afn } }
    oblast: province(pcode: "KG02000000000") { foodPrices { afn } } }`);
  expect(data).toEqual({ country: { code: "AFG", foodPrices: null }, oblast: { foodPrices: null } });
  expect(errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([[["country", "foodPrices"], code]]);
});

describe.skipIf(!publisherFiles("humanitarian"))("with the publishers' own files", () => {
  const lines = (path: string) => publishersText("humanitarian", `foodsecurity/${path}`).trimEnd().split("\n");

  test("the live figures are those of the shipped tables, row by row", async () => {
    publish({});
    const prices = publishersText("humanitarian", "prices/wfp_food_prices_afg_2000-2024.csv.gz");
    const newest = lines("ipc_national_long_latest_2025-03_AFG.csv").slice(1);
    replay.script("/store/prices", { body: prices });
    replay.script("/store/national", { body: [...lines("ipc_afg_national_long.csv"), ...newest].join("\n") });
    replay.script("/store/level1", { body: lines("ipc_afg_level1_long.csv").join("\n") });
    replay.script("/store/area", { body: lines("ipc_afg_area_long.csv").join("\n") });
    const query = `{
      country(code: "AFG") { ...Analyses exchangeRates { date market province { pcode } afnPerUsd }
        foodPrices { date market province { pcode } district { pcode } commodity unit priceType afn usd flag priceFlag missing } }
      provinces { pcode ...ProvinceAnalyses foodPrices(from: "2024-09-01") { market commodity usd } }
    }
    fragment Analyses on Country { foodSecurity { ${analysis} } }
    fragment ProvinceAnalyses on Province { foodSecurity { ${analysis} } }`;
    await open("snapshot");
    const shipped = await answer(query);
    await gateway.close();
    await open("live");
    const live = await answer(query);
    expect(replay.requests).toHaveLength(2 + 4 + 4);
    expect(live.country.foodPrices).toHaveLength(31_170);
    expect(sorted(live)).toEqual(sorted(shipped));
  });
});

const analysis =
  "analysis period projected area kind population phase1 phase2 phase3 phase4 phase5 phase3Plus province { pcode }";

/** Rows of one day or analysis have no order among themselves. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    const texts = value.map((each) => JSON.stringify(sorted(each)));
    return texts.sort();
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, sorted(each)]));
}
