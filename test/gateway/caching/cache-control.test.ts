import { expect, test } from "vitest";
import { formatCacheControl, parseCacheControl } from "../../../gateway/caching/cache-control.ts";

test.each([
  ["public, max-age=60", "public, max-age=60"],
  ["MAX-AGE=60 ,\tPublic", "public, max-age=60"],
  ['max-age="60"', "max-age=60"],
  [", max-age=60,,", "max-age=60"],
  ["max-age=60, max-age=60", "max-age=60"],
  ["max-age=10, s-maxage=60", "public, max-age=60"],
  ["private, max-age=10, s-maxage=60", "private, max-age=10"],
  ['private="set-cookie", max-age=10', "private, max-age=10"],
  ['public, max-age=60, of-another="max-age=1, no-store \\" no-cache", immutable', "public, max-age=60"],
  ["max-age=0", "max-age=0"],
  ["max-age=99999999999999999999", "max-age=2147483648"],
])("%s means %s", (text, meaning) => {
  expect(formatCacheControl(parseCacheControl(text))).toBe(meaning);
});

test.each([
  "",
  "public",
  "private, s-maxage=60",
  "no-store, max-age=60",
  "public, No-Cache, max-age=60",
  'max-age=60, no-cache="set-cookie"',
  "max-age=-1",
  "max-age=1.5",
  "max-age=soon",
  "max-age",
  "max-age = 60",
  "max-age=60, max-age=30",
  "max-age=60; public",
  'max-age=60, open="quote',
  "max-age=60, @",
])("%s is not kept", (text) => {
  expect(formatCacheControl(parseCacheControl(text))).toBe("no-store");
});
