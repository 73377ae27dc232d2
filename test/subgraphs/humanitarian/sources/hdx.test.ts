import { expect, test } from "vitest";
import { placeNames } from "../../../../subgraphs/humanitarian/place-names.ts";
import { createIpcAnalyses } from "../../../../subgraphs/humanitarian/sources/ipc-analyses.ts";
import { createWfpPrices } from "../../../../subgraphs/humanitarian/sources/wfp-prices.ts";
import { replayed } from "../../../support/replay-source.ts";
import { sourceFailure } from "../../../support/source-failure.ts";

const { replay, deps } = replayed("HDX");
const show = "/api/3/action/package_show";
const listing = (files: Record<string, string>) => ({
  body: {
    success: true,
    result: {
      resources: [
        { name: "other.csv", url: `${replay.url}/other` },
        ...Object.entries(files).map(([name, download_url], i) => ({
          name,
          download_url,
          last_modified: `2026-11-0${i + 1}T10:00:00`,
        })),
      ],
    },
  },
});

const places = placeNames([
  { pcode: "AF01", nameEn: "Kabul", parentPcode: null },
  { pcode: "AF0101", nameEn: "Kabul", parentPcode: "AF01" },
  { pcode: "AF30", nameEn: "Hilmand", parentPcode: null },
]);
const placed = () => ({ ...deps(), places: async () => places });

const prices = (body: string) => {
  replay.script(show, listing({ "Afghanistan - Food Prices": `${replay.url}/prices.csv` }));
  replay.script("/prices.csv", { body });
};
const readPrices = async () => (await createWfpPrices(placed()).fetch(["AFG", "TKM"])).get("AFG");
const unknownRows = "HDX has rows that the rules here do not know.";
const header =
  "date,admin1,admin2,market,market_id,latitude,longitude,category,commodity,commodity_id,unit,priceflag,pricetype,currency,price,usdprice";
const priced = (row: string) => prices(`${header}\n${row}\n`);

test("prices are divided into series with their places, and what is in the old currency has no dollars", async () => {
  prices(`${header}
#date,#adm1+name,#adm2+name,#loc+market+name,,#geo+lat,#geo+lon,#item+type,#item+name,,#item+unit,#item+price+flag,#item+price+type,#currency,#value,#value+usd
2024-09-15,Kabul,Kabul,Kabul,1,34.5,69.2,cereals and tubers,Wheat flour,58,KG,"actual,aggregate",Retail,AFN,34.5,0.49
2024-08-15,Kabul,Kabul,Kabul,1,34.5,69.2,cereals and tubers,Wheat flour,58,KG,actual,Retail,AFN,34,
2024-09-15,Kabul,Kabul,Kabul,1,34.5,69.2,non-food,Exchange rate,65,USD/LCU,actual,Retail,AFN,69.4,1
2000-01-15,Helmand,New place,Lashkargah,2,31.6,64.4,non-food,"Wage (non-qualified labour, non-agricultural)",465,Day,actual,Retail,AFN,150000.0,3205.7378
2024-09-15,Newland,New place,New market,3,31.6,64.4,cereals and tubers,Bread,1,KG,actual,Retail,AFN,60,0.86
2000-01-15,Kabul,Kabul,Kabul,1,34.5,69.2,cereals and tubers,Bread,1,KG,actual,Retail,AFN,,
`);
  const reading = await readPrices();
  expect(reading?.vintage).toBe("2026-11-01");
  expect(reading?.data.rates).toEqual([
    { province: "AF01", district: "AF0101", market: "Kabul", date: "2024-09-15", afnPerUsd: 69.4, priceFlag: "actual" },
  ]);
  expect(reading?.data.series).toMatchObject([
    { province: "AF01", district: "AF0101", commodity: "Wheat flour" },
    { province: "AF30", district: null, market: "Lashkargah" },
    { province: null, district: null, market: "New market" },
  ]);
  expect(reading?.data.prices).toEqual([
    { series: 0, date: "2024-08-15", afn: 34, usd: null, priceFlag: "actual", oldAfghani: false },
    { series: 0, date: "2024-09-15", afn: 34.5, usd: 0.49, priceFlag: "actual,aggregate", oldAfghani: false },
    { series: 1, date: "2000-01-15", afn: 150000, usd: null, priceFlag: "actual", oldAfghani: true },
    { series: 2, date: "2024-09-15", afn: 60, usd: 0.86, priceFlag: "actual", oldAfghani: false },
  ]);
  expect(replay.requests.map(({ path, query }) => [path, query.get("id")])).toEqual([
    [show, "wfp-food-prices-for-afghanistan"],
    ["/prices.csv", null],
  ]);
});

test.each([
  ["in another currency", "2024-09-15,Kabul,Kabul,Kabul,1,,,cereals and tubers,Bread,1,KG,actual,Retail,USD,0.86,0.86"],
  ["of wages that were rebased", "2001-01-15,Kabul,Kabul,Kabul,1,,,non-food,Wage,1,Day,actual,Retail,AFN,150,3.2"],
  ["of bread in old money", "2001-01-15,Kabul,Kabul,Kabul,1,,,cereals and tubers,Bread,1,KG,actual,Retail,AFN,9000,2"],
  ["of a test", "2024-09-15,Kabul,Kabul,Made Up,1,,,cereals and tubers,Bread,1,KG,actual,Retail,AFN,60,0.86"],
])("a price %s is refused with the whole file, and the message quotes none of it", async (_what, row) => {
  priced(row);
  const error = await sourceFailure(readPrices());
  expect(error.code).toBe("SOURCE_MALFORMED");
  expect(error.message).toBe(unknownRows);
});

test.each([
  ["SOURCE_MALFORMED", () => listing({ "Afghanistan - Food Prices": "https://elsewhere.example/prices.csv" })],
  ["SOURCE_MALFORMED", () => listing({ "renamed.csv": `${replay.url}/prices.csv` })],
  ["SOURCE_MALFORMED", () => ({ body: { success: false, error: {} } })],
  ["SOURCE_REJECTED", () => ({ status: 404, body: { success: false, error: {} } })],
])("a listing that leads nowhere is %s", async (code, reply) => {
  replay.script(show, reply());
  expect((await sourceFailure(readPrices())).code).toBe(code);
});

test("a column that is gone is a changed shape", async () => {
  prices("date,market,price\n2024-09-15,Kabul,34.5\n");
  expect((await sourceFailure(readPrices())).at).toBe("admin1");
});

const analysed = (files: { national?: string; level1?: string; area?: string }) => {
  const names = ["national", "level1", "area"] as const;
  replay.script(
    show,
    listing(Object.fromEntries(names.map((name) => [`ipc_afg_${name}_long.csv`, `${replay.url}/${name}`]))),
  );
  const columns = {
    national: "Date of analysis,Country,Total country population,Validity period,From,To,Phase,Number,Percentage",
    level1: "Date of analysis,Country,Level 1,Validity period,From,To,Phase,Number,Percentage",
    area: "Date of analysis,Country,Level 1,Area,Validity period,From,To,Phase,Number,Percentage",
  };
  for (const name of names) replay.script(`/${name}`, { body: [columns[name], files[name]].join("\n") });
};
const regions = new Map([["May 2017", "East Region"]]);
const readAnalyses = async () =>
  (await createIpcAnalyses({ ...placed(), regions: async () => regions }).fetch(["AFG", "TJK"])).get("AFG");

test.each(["", "<html><body>Maintenance</body></html>", '{"success": false, "error": "gone"}'])(
  "%j in place of a file is no file without rows",
  async (body) => {
    prices(body);
    expect((await sourceFailure(readPrices())).code).toBe("SOURCE_MALFORMED");
    analysed({});
    replay.script("/level1", { body });
    expect((await sourceFailure(readAnalyses())).code).toBe("SOURCE_MALFORMED");
  },
);

test("analyses are read of the country, its regions, provinces, towns and groups of districts", async () => {
  analysed({
    national: `Oct 2024,AFG,46024352,current,2024-09-01,2024-10-31,3+,11610606,0.25
Oct 2024,AFG,46024352,current,2024-09-01,2024-10-31,all,46024354,1
Oct 2024,AFG,46024352,second projection,2025-04-01,2025-10-31,3+,9480000,
May 2017,AFG,29724323,current,2017-05-01,2017-07-31,5,,`,
    level1: "Jan 2018,AFG,Helmand,current,2017-11-01,2018-02-28,3+,512103,0.52",
    area: `Apr 2023,AFG,,Kabul Urban,current,2023-04-01,2023-04-30,3+,1689705,0.3
Sep 2017,AFG,Kabul,Kabul c_1,current,2017-08-01,2017-11-30,3+,1000,0.3`,
  });
  const reading = await readAnalyses();
  expect(reading?.vintage).toBe("2026-11-03");
  expect(reading?.data).toMatchObject([
    {
      analysis: "Oct 2024",
      kind: "COUNTRY",
      projected: false,
      phase3Plus: 11610606,
      population: 46024354,
      phase5: null,
    },
    { kind: "COUNTRY", projected: true, from: "2025-04-01", to: "2025-10-31", phase3Plus: 9480000 },
    { kind: "REGION", area: "East Region", province: null, phase5: null },
    { kind: "PROVINCE", area: "Helmand", province: "AF30", phase3Plus: 512103 },
    { kind: "URBAN", area: "Kabul Urban", province: "AF01" },
    { kind: "CLUSTER", area: "Kabul c_1", province: "AF01" },
  ]);
  expect(replay.requests.map(({ path }) => path).toSorted()).toEqual([
    "/api/3/action/package_show",
    "/area",
    "/level1",
    "/national",
  ]);
});

test.each([
  ["a period", { national: "Oct 2024,AFG,1,third projection,2024-09-01,2024-10-31,3+,1,1" }],
  ["a phase", { national: "Oct 2024,AFG,1,current,2024-09-01,2024-10-31,6,1,1" }],
  ["a place", { area: "Oct 2024,AFG,,Newland,current,2024-09-01,2024-10-31,3+,1,1" }],
  ["a test record", { area: "Oct 2024,AFG,Kabul,Made Up,current,2024-09-01,2024-10-31,3+,1,1" }],
])("%s that the rules do not know is refused", async (_what, files) => {
  analysed(files);
  expect((await sourceFailure(readAnalyses())).message).toBe(unknownRows);
});

test("a phase that is stated twice is refused", async () => {
  const row = "Oct 2024,AFG,1,current,2024-09-01,2024-10-31,3+,1,1";
  analysed({ national: `${row}\n${row}` });
  expect((await sourceFailure(readAnalyses())).message).toBe(unknownRows);
});
