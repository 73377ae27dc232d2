import { parseArgs } from "node:util";
import fc from "fast-check";
import { type Counts, createProperty } from "./case.ts";

/** `npm run fuzz -- [--cases 5000] [--seed 1]`: so many random graphs, the gateway against one merged schema. */
const { values } = parseArgs({
  options: { cases: { type: "string", default: "5000" }, seed: { type: "string", default: String(Date.now() % 1e9) } },
});
const cases = Number(values.cases);
const counts: Counts = { graphs: 0, operations: 0, uncomposed: 0, invalid: 0 };
const mostAtOnce = 500;

for (let seed = Number(values.seed); counts.graphs < cases; seed++) {
  const numRuns = Math.min(mostAtOnce, cases - counts.graphs);
  const result = await fc.check(createProperty(counts), { numRuns, seed, endOnFailure: true });
  process.stdout.write(`${JSON.stringify({ seed, ...counts, failed: result.failed })}\n`);
  if (!result.failed) continue;
  process.stdout.write(`${String(result.errorInstance ?? "")}\n`);
  process.exitCode = 1;
  break;
}
