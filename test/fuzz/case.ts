import fc from "fast-check";
import { expectSame } from "./compare/compare.ts";
import { createPair } from "./compare/pair.ts";
import { createDice } from "./dice.ts";
import { createOperation } from "./query/operation.ts";

/** What became of the draws. */
export interface Counts {
  graphs: number;
  operations: number;
  /** Graphs thrown away because their subgraphs do not compose. */
  uncomposed: number;
  /** Operations thrown away because none was valid. */
  invalid: number;
}

const operationsPerGraph = 3;

/** One random graph with some random operations, which the gateway is to answer as one schema does. */
export function createProperty(counts: Counts) {
  return fc.asyncProperty(fc.gen(), async (draw) => {
    const dice = createDice((arbitrary) => draw(arbitrary));
    const pair = createPair(dice);
    if ("messages" in pair) {
      counts.uncomposed++;
      return;
    }
    counts.graphs++;
    for (let count = 0; count < operationsPerGraph; count++) {
      const operation = createOperation(dice, pair.merged);
      counts[operation ? "operations" : "invalid"]++;
      if (operation) await expectSame(pair, operation);
    }
  });
}
