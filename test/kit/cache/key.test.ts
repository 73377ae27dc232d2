import fc from "fast-check";
import { expect, test } from "vitest";
import { type CacheArgs, cacheKey } from "../../../subgraphs/kit/cache/key.ts";

const parts = { version: 1, source: "FTS", operation: "flows" };
const keyOf = (args: CacheArgs) => cacheKey({ ...parts, args });

test("a key names its version, source and operation and hides its arguments in a hash", () => {
  expect(keyOf({ country: "AFG", year: 2020 })).toMatch(/^aryk:v1:FTS:flows:[0-9a-f]{64}$/);
  expect(keyOf({ country: "AFG", year: 2020 })).not.toContain("AFG");
  expect(cacheKey({ ...parts, version: 2, args: "a" })).not.toBe(keyOf("a"));
});

test("the order of fields does not count, the order of lists does", () => {
  const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
  const record = fc.dictionary(fc.string(), fc.oneof(scalar, fc.dictionary(fc.string(), scalar)));
  fc.assert(
    fc.property(record, (args) => {
      const turned = Object.fromEntries(Object.entries(args).reverse()) as typeof args;
      expect(keyOf(turned as CacheArgs)).toBe(keyOf(args as CacheArgs));
    }),
  );
  expect(keyOf(["a", "b"])).not.toBe(keyOf(["b", "a"]));
});

test("arguments that differ have keys that differ", () => {
  fc.assert(
    fc.property(fc.json(), fc.json(), (a, b) => {
      fc.pre(JSON.stringify(sorted(JSON.parse(a))) !== JSON.stringify(sorted(JSON.parse(b))));
      expect(keyOf(JSON.parse(a))).not.toBe(keyOf(JSON.parse(b)));
    }),
  );
  expect(keyOf({ year: "2020" })).not.toBe(keyOf({ year: 2020 }));
  expect(keyOf("")).not.toBe(keyOf(null));
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .map(([name, each]) => [name, sorted(each)])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}
