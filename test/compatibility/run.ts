import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startProgram } from "../support/program.ts";
import { serveSubgraph } from "../support/subgraph.ts";
import { composeRunning } from "./compose.ts";
import { products } from "./products/index.ts";
import { installSuite, routerPort, runSuite, startNeighbour, type Verdict } from "./suite.ts";

/** `npm run compatibility`: Apollo's suite against a subgraph of this kit, with the suite's own beside it, through this gateway. */
await installSuite();
const verdicts = await runAll();
print(verdicts);
process.exitCode = verdicts.length > 0 && verdicts.every(isGood) ? 0 : 1;

async function runAll(): Promise<Verdict[]> {
  const folder = await mkdtemp(join(tmpdir(), "compatibility-"));
  const closing: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true })];
  try {
    const served = await serveSubgraph(products);
    closing.push(served.close);
    const urls: Record<string, string> = { products: served.url };
    for (const name of ["users", "inventory"] as const) {
      const neighbour = await startNeighbour(name);
      closing.push(() => neighbour.end("SIGTERM"));
      urls[name] = `${neighbour.url}/`;
    }
    const gateway = await startProgram("gateway/main.ts", {
      args: ["--gateway-only"],
      env: { PORT: String(routerPort), SUPERGRAPH: await composeRunning(urls, folder) },
    });
    closing.push(() => gateway.end("SIGTERM"));
    return await runSuite(served.url);
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

function isGood({ passed, failed }: Verdict): boolean {
  return passed > 0 && failed === 0;
}

function print(all: readonly Verdict[]): void {
  process.stdout.write("| federation | feature | passed | failed | |\n|---|---|---|---|---|\n");
  for (const verdict of all) {
    const { federation, feature, passed, failed } = verdict;
    const cells = [federation, feature, passed, failed, isGood(verdict) ? "PASS" : "FAIL"];
    process.stdout.write(`| ${cells.join(" | ")} |\n`);
  }
  process.stdout.write(`\n${all.filter(isGood).length} of ${all.length} features pass\n`);
  for (const complaint of all.flatMap(({ complaints }) => complaints)) process.stdout.write(`\n${complaint}\n`);
}
