import fc from "fast-check";
import { createPair, createPairOperation, expectSame } from "./compare.ts";
import { createDice } from "./dice.ts";

/** `npm run fuzz -- [cases] [seed]`: random graphs and queries, the gateway against one merged schema. */
const cases = Number(process.argv[2] ?? 5000);
const seed = Number(process.argv[3] ?? Date.now() & 0x7fffffff);
const counts = { asked: 0, invalid: 0, uncomposed: 0 };

const property = fc.asyncProperty(fc.gen(), async (draw) => {
  const dice = createDice((arbitrary) => draw(arbitrary));
  const pair = createPair(dice);
  if (!pair) {
    counts.uncomposed++;
    return;
  }
  const operation = createPairOperation(dice, pair);
  if (!operation) {
    counts.invalid++;
    return;
  }
  counts.asked++;
  await expectSame(pair, operation);
});

const result = await fc.check(property, {
  numRuns: cases,
  seed,
  verbose: false,
  endOnFailure: process.argv[4] === "quick",
});
process.stdout.write(`${JSON.stringify({ seed, ...counts, failed: result.failed })}\n`);
if (result.failed) {
  process.stdout.write(`${String(result.errorInstance ?? "")}\n`);
  process.exitCode = 1;
}
