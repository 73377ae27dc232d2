import { execFileSync } from "node:child_process";

// dependency-cruiser exits with 0 when it found no module to look at: a check that looked at nothing fails here.
const text = execFileSync(
  "npx",
  ["depcruise", "--config", ".dependency-cruiser.cjs", "-T", "json", "gateway", "subgraphs", "schema", "test"],
  {
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  },
);
const { summary } = JSON.parse(text);
for (const { rule, from, to } of summary.violations) process.stderr.write(`${rule.name}: ${from} -> ${to}\n`);
process.stdout.write(`import rules: ${summary.totalCruised} modules, ${summary.violations.length} violations\n`);
process.exitCode = summary.totalCruised > 0 && summary.violations.length === 0 ? 0 : 1;
