import { expect, test } from "vitest";
import { distanceKm, loadOutlines } from "../../../../subgraphs/environment/sources/country-outlines.ts";

const outlines = loadOutlines();
const from = (country: string, latitude: number, longitude: number, withinKm = 100) => {
  const outline = outlines.find((each) => each.country === country);
  return outline && distanceKm(outline, { latitude, longitude }, withinKm);
};

test("a place in a country is no distance from it, and one far away has none", () => {
  expect(from("KGZ", 42.87, 74.59)).toBe(0);
  expect(from("AFG", 42.87, 74.59)).toBeNull();
});

test("Bishkek lies some twenty kilometres from Kazakhstan, and Tashkent some ten", () => {
  for (const [latitude, longitude, least, most] of [
    [42.87, 74.59, 10, 35],
    [41.31, 69.24, 5, 25],
  ] as const) {
    const km = from("KAZ", latitude, longitude);
    expect(km).toBeGreaterThan(least);
    expect(km).toBeLessThan(most);
  }
  expect(from("KAZ", 42.87, 74.59, 5)).toBeNull();
});

test("every capital lies in its own country alone", () => {
  const capitals = {
    KAZ: [51.17, 71.43],
    TJK: [38.56, 68.77],
    TKM: [37.95, 58.38],
    UZB: [41.31, 69.24],
    AFG: [34.53, 69.17],
  };
  for (const [country, [latitude = 0, longitude = 0]] of Object.entries(capitals)) {
    const within = outlines.filter((outline) => distanceKm(outline, { latitude, longitude }, 0) === 0);
    expect(within.map((outline) => outline.country)).toEqual([country]);
  }
});
