import fc from "fast-check";
import { expect, test } from "vitest";
import { createPair, createPairOperation, expectSame } from "../../fuzz/compare.ts";
import { createDice } from "../../fuzz/dice.ts";

const cases = 150;

test("150 random graphs, split over two to four subgraphs, answer random queries as one schema does", async () => {
  let asked = 0;
  let seed = 1;
  while (asked < cases) {
    // A draw whose subgraphs do not compose is no case; the next ones make up for it.
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (draw) => {
        const dice = createDice((arbitrary) => draw(arbitrary));
        const pair = createPair(dice);
        const operation = pair && createPairOperation(dice, pair);
        if (!operation) return;
        asked++;
        await expectSame(pair, operation);
      }),
      { numRuns: cases - asked, seed: seed++, endOnFailure: true },
    );
  }
  expect(asked).toBeGreaterThanOrEqual(cases);
}, 120_000);
