import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { createIpcAnalyses } from "../../../../subgraphs/humanitarian/sources/ipc-analyses.ts";
import { createWfpPrices } from "../../../../subgraphs/humanitarian/sources/wfp-prices.ts";
import { replayed } from "../../../support/replay-source.ts";
import { publisherFiles } from "../../../support/shared-data.ts";
import { sourceFailure } from "../../../support/source-failure.ts";

const { replay, deps } = replayed("HDX");
const show = "/api/3/action/package_show";
const listing = (name: string, link: string) => ({
  body: {
    success: true,
    result: {
      resources: [
        { name: "other.csv", url: `${replay.url}/other` },
        { name, download_url: link, last_modified: "2026-11-01T10:00:00" },
      ],
    },
  },
});
const prices = (body: string) => {
  replay.script(show, listing("Afghanistan - Food Prices", `${replay.url}/prices.csv`));
  replay.script("/prices.csv", { body });
};
const header =
  "date,admin1,admin2,market,latitude,longitude,category,commodity,unit,priceflag,pricetype,currency,price,usdprice";

test("prices are read without the row of tags, and dollars of the old currency are not given", async () => {
  prices(`${header}
#date,#adm1+name,#adm2+name,#loc+market+name,#geo+lat,#geo+lon,#item+type,#item+name,#item+unit,#item+price+flag,#item+price+type,#currency,#value,#value+usd
2024-09-15,Kabul,Kabul,Kabul,34.5,69.2,cereals and tubers,Wheat flour,KG,"actual,aggregate",Retail,AFN,34.5,0.49
2000-01-15,Badakhshan,Faiz Abad,Fayzabad,37.1,70.5,non-food,"Wage (non-qualified labour, non-agricultural)",Day,actual,Retail,AFN,150000.0,3205.7378
2000-01-15,Badakhshan,Faiz Abad,Fayzabad,37.1,70.5,cereals and tubers,Bread,KG,actual,Retail,AFN,,
`);
  const reading = (await createWfpPrices(deps()).fetch(["AFG", "TKM"])).get("AFG");
  expect(reading?.vintage).toBe("2026-11-01");
  expect(reading?.data).toMatchObject([
    {
      date: "2000-01-15",
      commodity: "Wage (non-qualified labour, non-agricultural)",
      price: 150000,
      priceUsd: null,
      isAggregate: false,
    },
    {
      date: "2024-09-15",
      market: "Kabul",
      price: 34.5,
      priceUsd: 0.49,
      isAggregate: true,
      level: "Retail",
      unit: "KG",
    },
  ]);
  expect(replay.requests.map(({ path }) => path)).toEqual([show, "/prices.csv"]);
});

test.each([
  ["SOURCE_MALFORMED", () => listing("Afghanistan - Food Prices", "https://elsewhere.example/prices.csv")],
  ["SOURCE_MALFORMED", () => listing("renamed.csv", `${replay.url}/prices.csv`)],
  ["SOURCE_MALFORMED", () => ({ body: { success: false, error: {} } })],
])("a listing that leads nowhere is %s", async (code, reply) => {
  replay.script(show, reply());
  expect((await sourceFailure(createWfpPrices(deps()).fetch(["AFG"]))).code).toBe(code);
});

test("a column that is gone is a changed shape", async () => {
  prices("date,market,price\n2024-09-15,Kabul,34.5\n");
  expect((await sourceFailure(createWfpPrices(deps()).fetch(["AFG"]))).at).toBe("[0].admin1");
});

test("phases of the whole country are read as they are", async () => {
  replay.script(show, listing("ipc_afg_national_long.csv", `${replay.url}/ipc.csv`));
  replay.script("/ipc.csv", {
    body: "Date of analysis,Country,Total country population,Validity period,From,To,Phase,Number,Percentage\nOct 2024,AFG,46024352,current,2024-09-01,2024-10-31,3+,11610606,0.25\nOct 2024,AFG,46024352,first projection,2024-11-01,2025-03-31,3+,14764724,\n",
  });
  expect((await createIpcAnalyses(deps()).fetch(["AFG"])).get("AFG")?.data).toEqual([
    {
      analysis: "Oct 2024",
      validity: "CURRENT",
      from: "2024-09-01",
      to: "2024-10-31",
      phase: "3+",
      people: 11610606,
      share: 0.25,
    },
    {
      analysis: "Oct 2024",
      validity: "FIRST_PROJECTION",
      from: "2024-11-01",
      to: "2025-03-31",
      phase: "3+",
      people: 14764724,
      share: null,
    },
  ]);
});

describe.skipIf(!publisherFiles("humanitarian"))("with the publishers' own files", () => {
  test("the prices of Afghanistan and its analyses are read whole", async () => {
    const folder = publisherFiles("humanitarian") ?? "";
    prices(gunzipSync(readFileSync(join(folder, "prices", "wfp_food_prices_afg_2000-2024.csv.gz"))).toString());
    expect((await createWfpPrices(deps()).fetch(["AFG"])).get("AFG")?.data.length).toBeGreaterThan(33_000);

    replay.script(show, listing("ipc_afg_national_long.csv", `${replay.url}/ipc.csv`));
    replay.script("/ipc.csv", {
      body: readFileSync(join(folder, "foodsecurity", "ipc_afg_national_long.csv"), "utf8"),
    });
    const phases = (await createIpcAnalyses(deps()).fetch(["AFG"])).get("AFG")?.data ?? [];
    expect(
      phases.find(
        ({ analysis, phase, validity }) => analysis === "Apr 2023" && phase === "3+" && validity === "CURRENT",
      )?.people,
    ).toBe(17_213_584);
  });
});
