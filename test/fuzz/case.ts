import fc from "fast-check";
import { expectSame } from "./compare/compare.ts";
import { createPair } from "./compare/pair.ts";
import { createDice } from "./dice.ts";
import { createOperation } from "./query/operation.ts";

/** What became of the draws. */
export interface Counts {
  asked: number;
  /** No valid operation was found. */
  invalid: number;
  /** The subgraphs do not compose. */
  uncomposed: number;
}

/** One random graph and one random operation, which the gateway is to answer as one schema does. */
export function createProperty(counts: Counts) {
  return fc.asyncProperty(fc.gen(), async (draw) => {
    const dice = createDice((arbitrary) => draw(arbitrary));
    const pair = createPair(dice);
    if ("messages" in pair) {
      counts.uncomposed++;
      return;
    }
    const operation = createOperation(dice, pair.merged);
    if (!operation) {
      counts.invalid++;
      return;
    }
    counts.asked++;
    await expectSame(pair, operation);
  });
}
