import fc from "fast-check";
import { expect, test } from "vitest";
import { type Counts, createProperty } from "../../fuzz/case.ts";

const cases = 150;

test("150 random graphs, split over two to four subgraphs, answer random operations as one schema does", async () => {
  const counts: Counts = { asked: 0, invalid: 0, uncomposed: 0 };
  // A draw without a case is made up for by the next ones.
  for (let seed = 1; counts.asked < cases; seed++) {
    await fc.assert(createProperty(counts), { numRuns: cases - counts.asked, seed, endOnFailure: true });
  }
  expect(counts.asked).toBe(cases);
  expect(counts.uncomposed + counts.invalid).toBeLessThan(cases / 20);
}, 120_000);
