import { expect, test } from "vitest";
import type { CatalogueIndicator, SeriesKey } from "../../../../subgraphs/countries/records.ts";
import { createWorldBank } from "../../../../subgraphs/countries/sources/world-bank.ts";
import { recorded } from "../../../support/recorded.ts";
import { replayed } from "../../../support/replay-source.ts";
import { sourceFailure } from "../../../support/source-failure.ts";
import type { SeenRequest } from "../../../support/upstream.ts";

const errors = recorded("world-bank/errors.json");
const { replay, deps } = replayed("WORLD_BANK");

const open = () => createWorldBank(deps());

const key = (country: string, id: string): SeriesKey => ({ country, indicator: { id } as CatalogueIndicator });

/** Answers a call with one figure for each of its countries and indicators. */
function answerAll({ path }: SeenRequest) {
  const [countries = "", indicators = ""] = path.replace("/country/", "").split("/indicator/");
  const rows = countries.split(";").flatMap((country) =>
    indicators.split(";").map((id) => ({
      indicator: { id },
      country: { id: country },
      countryiso3code: country,
      date: "2024",
      value: 1,
    })),
  );
  return { body: [{ page: 1, pages: 1, per_page: 32500, total: rows.length, lastupdated: "2026-07-01" }, rows] };
}

test("figures come by country and year, the oldest first, without the empty ones and the aggregates", async () => {
  replay.script("/country/UZB;KAZ/indicator/SP.POP.TOTL", { body: recorded("world-bank/population.json") });
  const keys = [key("UZB", "SP.POP.TOTL"), key("KAZ", "SP.POP.TOTL"), key("TWN", "SP.POP.TOTL")];
  const readings = await open().fetch(keys);

  expect(readings.get(keys[0] as SeriesKey)).toEqual({
    source: "WORLD_BANK",
    freshness: "LIVE",
    retrievedAt: "2026-11-24T00:00:00.000Z",
    vintage: "2026-07",
    data: [
      { year: 2024, value: 36361859, qualifier: null, nature: null, note: null },
      { year: 2025, value: 37053428, qualifier: null, nature: null, note: null },
    ],
  });
  expect(readings.get(keys[1] as SeriesKey)?.data).toEqual([
    { year: 2023, value: 0, qualifier: null, nature: null, note: null },
    { year: 2025, value: 20843754, qualifier: null, nature: "PROJECTED", note: null },
  ]);
  expect(readings.size).toBe(2);
  expect(Object.fromEntries(replay.requests[0]?.query ?? [])).toEqual({
    source: "2",
    format: "json",
    per_page: "32500",
    page: "1",
  });
});

test("six countries with twenty indicators are one call", async () => {
  const countries = ["KAZ", "KGZ", "TJK", "TKM", "UZB", "AFG"];
  const indicators = Array.from({ length: 20 }, (_, i) => `AA.BBB.C${String(i).padStart(2, "0")}`);
  replay.script(`/country/${countries.join(";")}/indicator/${indicators.join(";")}`, answerAll);
  const readings = await open().fetch(countries.flatMap((country) => indicators.map((id) => key(country, id))));
  expect(readings.size).toBe(120);
  expect(replay.requests).toHaveLength(1);
});

test("a call names at most sixty indicators and 1,500 characters of them", async () => {
  const indicators = Array.from({ length: 130 }, (_, i) => `AA.BBB.CCC.DDD.EEE.FFF.${String(i).padStart(3, "0")}`);
  await sourceFailure(open().fetch(indicators.map((id) => key("KAZ", id))));
  expect(replay.requests).toHaveLength(3);
  const named = replay.requests.map(({ path }) => path.split("/").at(-1) ?? "");
  for (const codes of named) {
    expect(codes.length).toBeLessThanOrEqual(1500);
    expect(codes.split(";").length).toBeLessThanOrEqual(60);
  }
});

test("the pages of a long answer are put together", async () => {
  const [head, rows] = recorded("world-bank/population.json");
  const path = "/country/UZB/indicator/SP.POP.TOTL";
  replay.script(
    path,
    { body: [{ ...head, pages: 2 }, rows.slice(0, 1)] },
    { status: 502, body: "" },
    { body: [{ ...head, pages: 2, page: 2 }, rows.slice(1)] },
  );
  const uzbekistan = key("UZB", "SP.POP.TOTL");
  const readings = await open().fetch([uzbekistan]);
  expect(readings.get(uzbekistan)?.data.map(({ year }) => year)).toEqual([2024, 2025]);
  expect(replay.requests.map(({ query }) => query.get("page"))).toEqual(["1", "2", "2"]);
});

test("no data is no reading", async () => {
  replay.script("/country/KAZ/indicator/AA", { body: errors.empty });
  expect((await open().fetch([key("KAZ", "AA")])).size).toBe(0);
});

test("one withdrawn code does not cost the codes beside it", async () => {
  const bad = "BB";
  const path = (codes: string) => `/country/KAZ/indicator/${codes}`;
  for (const codes of ["AA;BB;CC", "AA;BB", "BB"]) replay.script(path(codes), { body: errors.archived });
  for (const codes of ["AA", "CC"]) replay.script(path(codes), answerAll);
  const keys = ["AA", bad, "CC"].map((id) => key("KAZ", id));
  const readings = await open().fetch(keys);
  expect([...readings.keys()].map(({ indicator }) => indicator.id).sort()).toEqual(["AA", "CC"]);
});

test.each([
  ["SOURCE_UNAVAILABLE", { body: errors.down }],
  ["SOURCE_MALFORMED", { body: errors.xml }],
  ["SOURCE_UNAVAILABLE", { status: 400, body: "<!DOCTYPE html><title>Request Error</title>" }],
  ["SOURCE_MALFORMED", { body: [{ page: 1, pages: 1, total: 1 }, [{ indicator: "SP.POP.TOTL" }]] }],
  ["SOURCE_TRUNCATED", { body: [{ page: 1, pages: 999, total: 32467500 }, []] }],
])("a fault is not taken for data: %s", async (code, reply) => {
  replay.script("/country/KAZ/indicator/AA", reply);
  expect((await sourceFailure(open().fetch([key("KAZ", "AA")]))).code).toBe(code);
});
