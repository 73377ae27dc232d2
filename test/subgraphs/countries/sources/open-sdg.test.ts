import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createOpenSdg, type NationalKey } from "../../../../subgraphs/countries/sources/open-sdg.ts";
import { publisherFiles } from "../../../support/shared-data.ts";
import { openTestUpstream } from "../../../support/test-upstream.ts";
import { startUpstream, type Upstream } from "../../../support/upstream.ts";

let replay: Upstream;
beforeEach(async () => {
  replay = await startUpstream();
});
afterEach(() => replay.close());

function open() {
  const of = (id: "OPEN_SDG_KGZ" | "OPEN_SDG_TJK" | "OPEN_SDG_KAZ", path: string) =>
    openTestUpstream(id, replay.url + path).upstream;
  const upstreams = new Map([
    ["KAZ", of("OPEN_SDG_KAZ", "/kaz")],
    ["KGZ", of("OPEN_SDG_KGZ", "/kgz")],
    ["TJK", of("OPEN_SDG_TJK", "/tjk")],
  ]);
  return createOpenSdg({ upstreams, clock: () => Date.UTC(2026, 10, 24) });
}

const key = (country: string, sdgIndicator: string): NationalKey => ({ country, sdgIndicator });

test("a headline gives one series for each definition, with years as numbers or texts", async () => {
  replay.script("/tjk/en/headline/1-2-1.json", {
    body: [
      { Year: "2016", Value: 30.3, UNIT_MEASURE: "PT", SERIES: "SI_POV_NAHC" },
      { Year: "2015", Value: 31.0, UNIT_MEASURE: "PT", SERIES: "SI_POV_NAHC" },
      { Year: 2015, Value: 22, UNIT_MEASURE: "PT", SERIES: "SI_POV_EXT" },
      { Year: 2016, Value: null, UNIT_MEASURE: "PT", SERIES: "SI_POV_EXT" },
    ],
  });
  const keys = [key("TJK", "1.2.1"), key("UZB", "1.2.1")];
  const readings = await open().fetch(keys);
  expect(readings.get(keys[0] as NationalKey)).toMatchObject({ source: "OPEN_SDG_TJK", freshness: "LIVE" });
  expect(readings.get(keys[0] as NationalKey)?.data).toEqual([
    {
      series: "SI_POV_NAHC",
      unit: "PT",
      observations: [
        { year: 2015, value: 31 },
        { year: 2016, value: 30.3 },
      ],
    },
    { series: "SI_POV_EXT", unit: "PT", observations: [{ year: 2015, value: 22 }] },
  ]);
  expect(readings.size).toBe(1);
});

test("without a headline the rows of the whole country count, and parts of it never stand for it", async () => {
  replay.script("/kgz/en/headline/6-1-1.json", { body: [] });
  replay.script("/kgz/en/comb/6-1-1.json", {
    body: {
      data: {
        Year: [2022, 2022, 2023],
        Area: ["urban", null, null],
        Value: [99, 96.3, 95.4],
        GeoCode: [null, null, null],
      },
      edges: {},
    },
  });
  replay.script("/kaz/en/headline/6-1-1.json", { body: [] });
  replay.script("/kaz/en/comb/6-1-1.json", { body: { data: { Year: [2022], Area: ["urban"], Value: [99] } } });
  const keys = [key("KGZ", "6.1.1"), key("KAZ", "6.1.1"), key("KAZ", "99.9.9")];
  const readings = await open().fetch(keys);
  expect(readings.get(keys[0] as NationalKey)?.data).toEqual([
    {
      series: null,
      unit: null,
      observations: [
        { year: 2022, value: 96.3 },
        { year: 2023, value: 95.4 },
      ],
    },
  ]);
  expect(readings.size).toBe(1);
});

describe.skipIf(!publisherFiles("countries"))("with the platforms' own files", () => {
  const file = (name: string) => readFileSync(join(publisherFiles("countries") ?? "", "recorded", name), "utf8");

  test("Kyrgyzstan states 95.4 % for 6.1.1 in 2023 and Kazakhstan nothing for the whole country", async () => {
    replay.script("/kgz/en/headline/6-1-1.json", { body: file("opensdg_kgz/en_headline_6-1-1.json") });
    replay.script("/kaz/en/headline/6-1-1.json", { body: file("opensdg_kaz/en_headline_6-1-1.json") });
    replay.script("/kaz/en/comb/6-1-1.json", { body: file("opensdg_kaz/en_comb_6-1-1.json") });
    const keys = [key("KGZ", "6.1.1"), key("KAZ", "6.1.1")];
    const readings = await open().fetch(keys);
    expect(readings.get(keys[0] as NationalKey)?.data[0]?.observations.at(-1)).toEqual({
      year: 2023,
      value: 95.373054,
    });
    expect(readings.size).toBe(1);
  });
});
