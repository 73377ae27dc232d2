import fc from "fast-check";
import { expect, test } from "vitest";
import { type Counts, createProperty } from "../../fuzz/case.ts";

const cases = 150;

test("150 random graphs, split over two to four subgraphs, answer random operations as one schema does", async () => {
  const counts: Counts = { graphs: 0, operations: 0, uncomposed: 0, invalid: 0 };
  // A draw without a graph is made up for by the next ones.
  for (let seed = 1; counts.graphs < cases; seed++) {
    await fc.assert(createProperty(counts), { numRuns: cases - counts.graphs, seed, endOnFailure: true });
  }
  expect(counts.operations).toBeGreaterThan(2 * cases);
  expect(counts.uncomposed + counts.invalid).toBeLessThan(cases / 20);
}, 120_000);
