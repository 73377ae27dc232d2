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

test("a long value takes less room than its text, a short one hardly more", async () => {
  const rows = Array.from({ length: 500 }, (_, index) => ({ year: 1990 + (index % 34), value: index * 1.37 }));
  const long = JSON.stringify(rows).length;
  expect((await encodeEntry({ value: rows, ...instants })).length).toBeLessThan(long / 2);
  expect((await encodeEntry({ value: "short", ...instants })).length).toBeLessThan(80);
});

test("any change to the bytes is noticed", async () => {
  const entry = { value: { figures: [1, 2, 3], text: "x".repeat(4000) }, ...instants };
  const short = await encodeEntry({ ...entry, value: { figure: 725591299 } });
  for (const bytes of [short, await encodeEntry(entry)]) {
    for (let at = 1; at < bytes.length; at++) {
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
