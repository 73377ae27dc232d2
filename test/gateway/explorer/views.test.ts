import { parse } from "graphql";
import { expect, test } from "vitest";
import { suggestChart } from "../../../gateway/explorer/explore/chart/suggest.ts";
import { fieldAt } from "../../../gateway/explorer/explore/error-places.ts";
import { findPlaces, momentsOf, rowsAt } from "../../../gateway/explorer/explore/map/places.ts";
import { parseShareLink, toShareLink } from "../../../gateway/explorer/explore/share-link.ts";
import { staleSources } from "../../../gateway/explorer/explore/stale-sources.ts";
import { toInput } from "../../../gateway/explorer/shared/inputs.ts";
import { parseCsv } from "../../../gateway/explorer/shared/table/parse-csv.ts";
import { sortRows } from "../../../gateway/explorer/shared/table/sort-rows.ts";

const series = parseCsv(
  "\uFEFFcountry.code,country.name,year,value [persons],nature\r\nKAZ,Kazakhstan,2020,18.5,REPORTED\r\nKAZ,Kazakhstan,2021,19,REPORTED\r\nUZB,Uzbekistan,2020,,REPORTED\r\n",
);
const ranking = parseCsv("name,value [US$]\r\nA,1\r\nB,3\r\nC,2\r\n");
const dams = parseCsv("name,latitude,longitude,capacityKm3\r\nNurek,38.4,69.3,10.5\r\nRogun,38.7,69.8,\r\n");

test("a table from the server's CSV has its units, numbers and gaps again", () => {
  expect(series.units).toEqual([undefined, undefined, undefined, "persons", undefined]);
  expect(series.columns.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    "country.code text",
    "country.name text",
    "year number",
    "value number",
    "nature text",
  ]);
  expect(series.rows[2]).toEqual(["UZB", "Uzbekistan", 2020, null, "REPORTED"]);
});

test("a series becomes lines by name, a ranking bars, and a single number nothing", () => {
  expect(suggestChart(series)).toEqual({ mark: "line", x: 2, y: 3, series: 1 });
  expect(suggestChart(ranking)).toEqual({ mark: "bar", x: 0, y: 1, series: undefined });
  expect(suggestChart(parseCsv("a,b\r\n1,2\r\n3,4\r\n"))).toEqual({ mark: "point", x: 0, y: 1, series: undefined });
  expect(suggestChart(parseCsv("total\r\n5\r\n"))).toBeUndefined();
});

test("rows are placed by coordinates or by codes of countries, at the newest moment that most have", () => {
  expect(findPlaces(dams)).toEqual({ kind: "points", latitude: 1, longitude: 2 });
  expect(findPlaces(series)).toEqual({ kind: "countries", code: 0 });
  expect(findPlaces(ranking)).toBeUndefined();
  expect(findPlaces(parseCsv("code\r\nXXX\r\n"))).toBeUndefined();
  const uneven = parseCsv("code,year,value\r\nKAZ,2020,1\r\nUZB,2020,2\r\nKGZ,2020,3\r\nKAZ,2021,4\r\n");
  expect(momentsOf(uneven)).toEqual(["2021", "2020"]);
  expect(rowsAt(uneven, 2)).toHaveLength(3);
  expect(rowsAt(uneven, 2, "2021")).toEqual([["KAZ", 2021, 4]]);
});

test("rows sort as numbers and as words of the language, and gaps come last both ways", () => {
  const rows = [
    ["Б", 10],
    ["А", null],
    ["Я", 9],
    ["Ё", 100],
  ];
  const values = (column: number, direction: "ascending" | "descending") =>
    sortRows(rows, { column, direction }, "ru").map((row) => row[column]);
  expect(values(1, "ascending")).toEqual([9, 10, 100, null]);
  expect(values(1, "descending")).toEqual([100, 10, 9, null]);
  expect(values(0, "ascending")).toEqual(["А", "Б", "Ё", "Я"]);
});

test("a share link carries any query and comes back the same", () => {
  const shared = { query: 'query A { a(x: "#&+ ё") }\n', variables: '{"a": 1}' };
  const link = toShareLink("http://127.0.0.1:4000", shared);
  expect(parseShareLink(new URL(link).hash)).toEqual(shared);
  expect(new URL(link).search).toBe("");
});

test("an error's path leads to its field through aliases, lists and fragments", () => {
  const document = parse("{ a: countries { ...F } } fragment F on Country { x: name ... { code } }");
  expect(fieldAt(document, ["a", 3, "x"])?.name.value).toBe("name");
  expect(fieldAt(document, ["a", 0, "code"])?.name.value).toBe("code");
  expect(fieldAt(document, ["a", 0, "gone"])?.name.value).toBe("countries");
});

test("defaults of a published query become values of their GraphQL types", () => {
  expect(toInput("[CountryCode!]", "KAZ,UZB")).toEqual(["KAZ", "UZB"]);
  expect(toInput("[Int!]!", "1,2")).toEqual([1, 2]);
  expect(toInput("Int!", "2020")).toBe(2020);
  expect(toInput("Boolean", "true")).toBe(true);
});

test("publishers whose figures are past their time are named once", () => {
  const stale = { freshness: "STALE", source: { publisher: "UN" } };
  expect(staleSources({ a: [{ provenance: stale }, { provenance: stale }], b: { freshness: "CACHED" } })).toEqual([
    "UN",
  ]);
  expect(staleSources(null)).toEqual([]);
});
