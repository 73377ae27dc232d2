import { parseArgs } from "node:util";
import fc from "fast-check";
import { createPair, createPairOperation, expectSame } from "./compare.ts";
import { createDice } from "./dice.ts";

/** `npm run fuzz -- [--cases 5000] [--seed 1]`: random graphs and queries, the gateway against one merged schema. */
const { values } = parseArgs({
  options: { cases: { type: "string", default: "5000" }, seed: { type: "string", default: String(Date.now() % 1e9) } },
});
const cases = Number(values.cases);
const counts = { asked: 0, invalid: 0, uncomposed: 0 };

const property = fc.asyncProperty(fc.gen(), async (draw) => {
  const dice = createDice((arbitrary) => draw(arbitrary));
  const pair = createPair(dice);
  const operation = pair && createPairOperation(dice, pair);
  if (!operation) {
    counts[pair ? "invalid" : "uncomposed"]++;
    return;
  }
  counts.asked++;
  await expectSame(pair, operation);
});

for (let seed = Number(values.seed); counts.asked < cases; seed++) {
  const numRuns = Math.min(1000, cases - counts.asked);
  const result = await fc.check(property, { numRuns, seed, endOnFailure: true });
  process.stdout.write(`${JSON.stringify({ seed, ...counts, failed: result.failed })}\n`);
  if (!result.failed) continue;
  process.stdout.write(`${String(result.errorInstance ?? "")}\n`);
  process.exitCode = 1;
  break;
}
