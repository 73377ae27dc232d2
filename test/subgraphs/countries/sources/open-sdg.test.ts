import { describe, expect, test } from "vitest";
import type { CatalogueIndicator, NationalSeriesRecord, SeriesKey } from "../../../../subgraphs/countries/records.ts";
import { createOpenSdg } from "../../../../subgraphs/countries/sources/open-sdg.ts";
import { replayed } from "../../../support/replay-source.ts";
import { publisherFiles, publishersAnswer } from "../../../support/shared-data.ts";
import { sourceFailure } from "../../../support/source-failure.ts";

const { replay, deps } = replayed("OPEN_SDG_KGZ");

const onPage = (page: string, series: string | null, alone = false): NationalSeriesRecord => ({
  indicator: `KGZ:${series ?? page}`,
  page,
  series,
  alone,
  note: null,
});

async function read(...series: readonly NationalSeriesRecord[]) {
  const places = async () => new Map(series.map((place) => [place.indicator, place]));
  const keys = series.map(
    ({ indicator: id }): SeriesKey => ({ country: "KGZ", indicator: { id } as CatalogueIndicator }),
  );
  const readings = await createOpenSdg({ ...deps(), places }).fetch(keys);
  return keys.map((key) => readings.get(key));
}

const figures = (...pairs: readonly (readonly [number, number])[]) =>
  pairs.map(([year, value]) => ({ year, value, qualifier: null, nature: null, note: null }));

test("a headline gives each series its figures, with years as numbers or texts", async () => {
  replay.script("/en/headline/1-2-1.json", {
    body: [
      { Year: "2016", Value: 30.3, UNIT_MEASURE: "PT", SERIES: "SI_POV_NAHC" },
      { Year: "2015", Value: 31.0, UNIT_MEASURE: "PT", SERIES: "SI_POV_NAHC" },
      { Year: 2015, Value: 22, UNIT_MEASURE: "PT", SERIES: "SI_POV_EXT" },
      { Year: 2016, Value: null, UNIT_MEASURE: "PT", SERIES: "SI_POV_EXT" },
    ],
  });
  const [poor, extreme] = await read(onPage("1-2-1", "SI_POV_NAHC"), onPage("1-2-1", "SI_POV_EXT"));
  expect(poor).toMatchObject({ source: "OPEN_SDG_KGZ", freshness: "LIVE", data: figures([2015, 31], [2016, 30.3]) });
  expect(extreme?.data).toEqual(figures([2015, 22]));
  expect(replay.requests).toHaveLength(1);
});

test("a page with one series need not name it, and one with several is read by code where it names them in words", async () => {
  replay.script("/en/headline/6-1-1.json", { body: [{ Year: 2023, Value: 95.4, GeoCode: null }] });
  replay.script("/en/headline/16-1-1.json", {
    body: [
      { Year: 2023, Value: 1.5, SERIES: "Victims per 100,000 people" },
      { Year: 2023, Value: 107, SERIES: "Victims" },
    ],
  });
  replay.script("/untranslated/headline/16-1-1.json", {
    body: [
      { Year: 2023, Value: 1.5, SERIES: "VC_IHR_PSRC" },
      { Year: 2023, Value: 107, SERIES: "VC_IHR_PSRCN" },
    ],
  });
  const [water, homicide] = await read(onPage("6-1-1", "SH_H2O_SAFE", true), onPage("16-1-1", "VC_IHR_PSRC"));
  expect(water?.data).toEqual(figures([2023, 95.4]));
  expect(homicide?.data).toEqual(figures([2023, 1.5]));
});

test("a name in two units and a year with two figures are left out", async () => {
  replay.script("/en/headline/8-10-1.json", {
    body: [
      { Year: 2022, Value: 1.9, UNIT_MEASURE: "branches" },
      { Year: 2022, Value: 93, UNIT_MEASURE: "machines" },
    ],
  });
  replay.script("/en/headline/5-5-2.json", {
    body: [
      { Year: 2019, Value: 43 },
      { Year: 2020, Value: 41.2 },
      { Year: 2020, Value: 39.1 },
    ],
  });
  const [banks, managers] = await read(onPage("8-10-1", null, true), onPage("5-5-2", null, true));
  expect(banks).toBeUndefined();
  expect(managers?.data).toEqual(figures([2019, 43]));
});

test("without a headline the rows of the whole country count, and parts of it never stand for it", async () => {
  replay.script("/en/headline/3-1-1.json", { body: [] });
  replay.script("/en/comb/3-1-1.json", {
    body: {
      data: {
        Year: [2022, 2023, 2022],
        Sex: ["Female", "Female", "Female"],
        "Reference area": [null, null, "Batken"],
        Value: [28.1, 26, 40],
      },
    },
  });
  replay.script("/en/headline/15-1-1.json", { body: [] });
  replay.script("/en/comb/15-1-1.json", {
    body: {
      data: {
        Year: [2020, 2020],
        SERIES: ["AG_LND_FRST", "AG_LND_FRSTN"],
        "Unit multiplier": ["Units", "Thousands"],
        "Nature of data points": ["Country Data", "Estimated"],
        Value: [6.86, 1315.38],
      },
    },
  });
  replay.script("/en/headline/6-2-1.json", { body: [] });
  replay.script("/en/comb/6-2-1.json", {
    body: { data: { Year: [2022, 2022], Area: ["urban", "rural"], Value: [99, 80] } },
  });
  const [mortality, forest, hectares, sanitation] = await read(
    { ...onPage("3-1-1", "SH_STA_MORT", true), note: "female" },
    onPage("15-1-1", "AG_LND_FRST"),
    onPage("15-1-1", "AG_LND_FRSTN"),
    onPage("6-2-1", null, true),
  );
  expect(mortality?.data).toEqual(figures([2022, 28.1], [2023, 26]).map((each) => ({ ...each, note: "female" })));
  expect(forest?.data).toEqual(figures([2020, 6.86]));
  expect(hectares).toBeUndefined();
  expect(sanitation).toBeUndefined();
});

test("a page that is gone is nothing, one that is broken costs its own series", async () => {
  replay.script("/en/headline/1-1-1.json", { body: [{ Year: "soon", Value: "much" }] });
  replay.script("/en/headline/6-1-1.json", { body: [{ Year: 2023, Value: 95.4 }] });
  const water = onPage("6-1-1", "SH_H2O_SAFE", true);
  const poverty = onPage("1-1-1", "SI_POV_DAY1", true);
  expect(await read(onPage("99-9-9", null, true))).toEqual([undefined]);
  expect((await sourceFailure(read(poverty))).code).toBe("SOURCE_MALFORMED");
  await expect(read(water, poverty)).rejects.toMatchObject({ readings: { size: 1 }, failures: { size: 1 } });
});

test("forty pages are asked at once, and more wait for the next time", async () => {
  replay.script("*", { body: [{ Year: 2023, Value: 1 }] });
  const pages = Array.from({ length: 45 }, (_, i) => onPage(`1-1-${i}`, null, true));
  await expect(read(...pages)).rejects.toMatchObject({ readings: { size: 40 }, failures: { size: 5 } });
  expect(replay.requests).toHaveLength(40);
});

describe.skipIf(!publisherFiles("countries"))("with the platforms' own files", () => {
  test("Kyrgyzstan states 95.4 % for 6.1.1 in 2023 and Kazakhstan nothing for the whole country", async () => {
    replay.script("/en/headline/6-1-1.json", {
      body: publishersAnswer("countries", "opensdg_kgz/en_headline_6-1-1.json"),
    });
    const [water] = await read(onPage("6-1-1", "SH_H2O_SAFE", true));
    expect(water?.data.at(-1)).toMatchObject({ year: 2023, value: 95.373054 });
    replay.script("/en/headline/6-1-1.json", {
      body: publishersAnswer("countries", "opensdg_kaz/en_headline_6-1-1.json"),
    });
    replay.script("/en/comb/6-1-1.json", { body: publishersAnswer("countries", "opensdg_kaz/en_comb_6-1-1.json") });
    expect(await read(onPage("6-1-1", null, true))).toEqual([undefined]);
  });
});
