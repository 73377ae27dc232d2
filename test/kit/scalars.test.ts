import { Kind } from "graphql";
import { expect, test } from "vitest";
import { CountryCode, DateScalar, DateTimeScalar, UrlScalar } from "../../subgraphs/kit/graphql/scalars.ts";

test.each([
  ["kaz", "KAZ"],
  [" KZ ", "KAZ"],
  ["398", "KAZ"],
  ["4", "AFG"],
  ["004", "AFG"],
  ["af", "AFG"],
  ["nowhere", "NOWHERE"],
  ["999", "999"],
])("a country code %j is %j", (given, normal) => {
  expect(CountryCode.parseValue(given)).toBe(normal);
});

test("a country code may come as a number, and is nothing else", () => {
  expect(CountryCode.parseLiteral({ kind: Kind.INT, value: "860" }, {})).toBe("UZB");
  expect(() => CountryCode.parseValue({ code: "KAZ" })).toThrow(/such as "KAZ"/);
});

test("dates are real calendar days and instants come out in UTC", () => {
  expect(DateScalar.parseValue("2024-02-29")).toBe("2024-02-29");
  for (const wrong of ["2023-02-29", "2024-13-01", "2024-2-1", "yesterday", 20240101, null]) {
    expect(() => DateScalar.parseValue(wrong)).toThrow(/Not a Date/);
  }
  expect(DateTimeScalar.parseValue("2024-02-29T05:00:00+05:00")).toBe("2024-02-29T00:00:00.000Z");
  expect(() => DateTimeScalar.parseValue("2024-02-30T00:00:00Z")).toThrow(/Not a DateTime/);
  expect(() => UrlScalar.parseValue("example.org")).toThrow(/Not a URL/);
});
