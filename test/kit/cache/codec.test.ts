import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeEntry, encodeEntry } from "../../../subgraphs/kit/cache/codec.ts";

const instants = { storedAt: 1_795_000_000_000, freshUntil: 1_795_000_060_000, staleUntil: 1_795_000_600_000 };

test("every JSON value comes back as it was", async () => {
  await fc.assert(
    fc.asyncProperty(fc.json(), fc.array(fc.string()), fc.nat(), async (json, tags, costMs) => {
      const entry = { value: JSON.parse(json), ...instants, costMs, tags };
      expect(decodeEntry(await encodeEntry(entry))?.entry).toEqual(entry);
    }),
  );
});

test("a list of rows comes back to the byte, whatever is in its cells and wherever it stands", async () => {
  const cell = fc.oneof({ withCrossShrink: true }, fc.jsonValue({ maxDepth: 1 }), fc.constantFrom(1, "REPORTED", null));
  const field = fc.oneof(fc.string(), fc.constantFrom("__proto__", "constructor", "year", "0"));
  const rows = fc
    .uniqueArray(field, { maxLength: 6 })
    .chain((fields) => fc.array(fc.tuple(...fields.map(() => cell)).map((cells) => toObject(fields, cells))));
  const value = fc.oneof(
    rows,
    fc.dictionary(field, fc.oneof(rows, cell)),
    fc.record({ reading: fc.dictionary(field, rows), others: fc.array(rows) }),
  );
  await fc.assert(
    fc.asyncProperty(value, async (given) => {
      const text = JSON.stringify(given);
      const back = decodeEntry(await encodeEntry({ value: given, ...instants }));
      expect(JSON.stringify(back?.entry.value)).toBe(text);
      expect(back?.jsonBytes).toBe(text.length);
      // What was put is still what it was.
      expect(JSON.stringify(given)).toBe(text);
    }),
  );
});

test.each([
  ["a row lacks a field", [{ a: 1, b: 2 }, { a: 1 }, { a: 2, b: 3 }, { a: 3, b: 4 }]],
  ["a field has no value", [{ a: 1 }, { a: undefined }, { a: 2 }, { a: 3 }]],
  [
    "fields change places",
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
      { a: 2, b: 3 },
      { a: 3, b: 4 },
    ],
  ],
  ["an item is no row", [{ a: 1 }, null, [1], { a: 3 }]],
  ["all rows are the same", [{ a: 1 }, { a: 1 }, { a: 1 }, { a: 1 }]],
])("a list of which %s comes back as JSON has it", async (_what, value) => {
  const back = decodeEntry(await encodeEntry({ value, ...instants }));
  expect(JSON.stringify(back?.entry.value)).toBe(JSON.stringify(value));
});

test("rows never share an object", async () => {
  const goods = { commodity: "TOTAL" };
  const rows = [1, 2, 3, 4].map((year) => ({ year, goods }));
  const back = decodeEntry(await encodeEntry({ value: rows, ...instants }))?.entry.value as typeof rows;
  expect(back).toEqual(rows);
  expect(new Set(back.map((row) => row.goods)).size).toBe(4);
});

test("an entry at hand is given back instead of being read anew, unless the bytes hold another", async () => {
  const entry = { value: 1, ...instants };
  const bytes = await encodeEntry(entry);
  expect(decodeEntry(bytes, entry)?.entry).toBe(entry);
  const renewed = { ...entry, value: 2, freshUntil: instants.freshUntil + 1 };
  expect(decodeEntry(bytes, renewed)?.entry.value).toBe(1);
});

test("what rows have in common is kept once", async () => {
  const rows = Array.from({ length: 34 }, (_, index) => ({
    year: 1990 + index,
    value: index * 1.5,
    nature: "REPORTED",
  }));
  expect((await encodeEntry({ value: { rows }, ...instants })).length).toBeLessThan(JSON.stringify(rows).length / 2);
});

test("a long value takes less room than its text, a short one hardly more", async () => {
  const rows = Array.from({ length: 2000 }, (_, index) => [1990 + (index % 34), index * 1.37]);
  const long = JSON.stringify(rows).length;
  expect((await encodeEntry({ value: rows, ...instants })).length).toBeLessThan(long / 2);
  expect((await encodeEntry({ value: "short", ...instants })).length).toBeLessThan(80);
});

test("any change to the bytes is noticed", async () => {
  const entry = { value: { figures: [1, 2, 3], text: "x".repeat(4000) }, ...instants };
  const short = await encodeEntry({ ...entry, value: { figure: 725591299 } });
  for (const bytes of [short, await encodeEntry(entry)]) {
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 0x04;
      expect(decodeEntry(changed)).toBeUndefined();
    }
    for (let length = 0; length < bytes.length; length++)
      expect(decodeEntry(bytes.subarray(0, length))).toBeUndefined();
  }
});

test("what is no entry at all is noticed", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(decodeEntry(Buffer.from(bytes))).toBeUndefined();
    }),
  );
});

/** With every field its own, also one that objects inherit. */
function toObject(fields: readonly string[], cells: readonly unknown[]): object {
  return Object.fromEntries(fields.map((name, index) => [name, cells[index]]));
}
