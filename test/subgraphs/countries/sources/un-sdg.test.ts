import { expect, test } from "vitest";
import type { CatalogueIndicator, SeriesKey } from "../../../../subgraphs/countries/records.ts";
import { createUnSdg } from "../../../../subgraphs/countries/sources/un-sdg.ts";
import { recorded } from "../../../support/recorded.ts";
import { replayed } from "../../../support/replay-source.ts";
import { sourceFailure } from "../../../support/source-failure.ts";

const water = recorded("un-sdg/safe-water.json");
const nothing = { ...water, totalPages: 0, data: [] };
const { replay, deps } = replayed("UN_SDG", "/v5");

function open() {
  const areaCodes = async () =>
    new Map([
      ["UZB", "860"],
      ["AFG", "004"],
    ]);
  return createUnSdg({ ...deps(), areaCodes });
}

const key = (country: string, id: string): SeriesKey => ({ country, indicator: { id } as CatalogueIndicator });

test("a series has one headline a year, with bounds, natures and what does not apply", async () => {
  replay.script("/v5/Series/Data", { body: water });
  const keys = [key("UZB", "UNSD:SH_H2O_SAFE"), key("AFG", "UNSD:SH_H2O_SAFE"), key("XKX", "UNSD:SH_H2O_SAFE")];
  const readings = await open().fetch(keys);
  expect(readings.get(keys[0] as SeriesKey)?.data).toEqual([
    { year: 2020, value: 58.8, qualifier: null, nature: "ESTIMATED", note: null },
  ]);
  expect(readings.get(keys[1] as SeriesKey)).toMatchObject({
    source: "UN_SDG",
    freshness: "LIVE",
    data: [
      { year: 2017, value: null, qualifier: "NOT_APPLICABLE", nature: null },
      { year: 2018, value: 2.5, qualifier: "LESS_THAN", nature: "MODELLED" },
      { year: 2020, value: 27.6, qualifier: null, nature: "REPORTED" },
    ],
  });
  expect(readings.size).toBe(2);
  expect(replay.requests).toHaveLength(1);
  expect(replay.requests[0]?.query.getAll("areaCode")).toEqual(["860", "4"]);
});

test("a series that the release knows by its older code is found under it", async () => {
  const old = { ...water, data: water.data.map((row: object) => ({ ...row, series: "SH_STA_MMR" })) };
  replay.script("/v5/Series/Data", ({ query }) => ({
    body: query.get("seriesCode") === "SH_STA_MMR" ? old : nothing,
  }));
  const mortality = key("UZB", "UNSD:SH_STA_MORT");
  expect((await open().fetch([mortality])).get(mortality)?.data).toHaveLength(1);
  expect(replay.requests.map(({ query }) => query.get("seriesCode"))).toEqual(["SH_STA_MORT", "SH_STA_MMR"]);
});

test("when the newer address is gone the older one answers", async () => {
  replay.script("/sdgapi/v1/sdg/Series/Data", { body: water });
  const uzbekistan = key("UZB", "UNSD:SH_H2O_SAFE");
  expect((await open().fetch([uzbekistan])).size).toBe(1);
});

test("all pages are read, and an endless answer is cut with an error", async () => {
  const page = (number: number) => ({ body: { ...water, totalPages: 2, data: [water.data[number]] } });
  replay.script("/v5/Series/Data", page(4), page(5));
  const afghanistan = key("AFG", "UNSD:SH_H2O_SAFE");
  expect((await open().fetch([afghanistan])).get(afghanistan)?.data.map(({ year }) => year)).toEqual([2018, 2020]);

  replay.script("/v5/Series/Data", { body: { ...water, totalPages: 4000 } });
  expect((await sourceFailure(open().fetch([afghanistan]))).code).toBe("SOURCE_TRUNCATED");
});

test("an answer that ignores the area asked for is refused", async () => {
  replay.script("/v5/Series/Data", { body: { ...water, data: water.data.slice(-1) } });
  expect((await sourceFailure(open().fetch([key("UZB", "UNSD:SH_H2O_SAFE")]))).code).toBe("SOURCE_MALFORMED");
});
