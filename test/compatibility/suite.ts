import { createRequire } from "node:module";
import { join } from "node:path";
import { projectRoot } from "../../subgraphs/kit/project-root.ts";
import { freePort } from "../support/free-port.ts";
import { installOnce } from "../support/install-once.ts";
import { type Program, startProgram } from "../support/program.ts";

const folder = join(projectRoot, "test", "compatibility", "suite");
const packageName = "@apollo/federation-subgraph-compatibility-tests";
const built = join(folder, "node_modules", packageName, "dist");

/** Where the suite's tests look for the router; it cannot be told another place. */
export const routerPort = 4000;

export interface Verdict {
  readonly federation: number;
  readonly feature: string;
  readonly passed: number;
  readonly failed: number;
  /** What the tests of this feature complained of. */
  readonly complaints: readonly string[];
}

/** What is used of the suite's own runner. */
interface Runner {
  readonly TESTS: readonly { readonly assertion: string; readonly column: string; readonly fedVersion: number }[];
  runJest(productsUrl: string): Promise<{ readonly assertions: readonly Assertion[] }>;
}

interface Assertion {
  readonly ancestorTitles: readonly string[];
  readonly fullName: string;
  readonly status: string;
  readonly failureMessages: readonly string[];
}

/** Installs the suite. Its packages' scripts would download a router and a composer, which this project brings itself. */
export function installSuite(): Promise<void> {
  return installOnce(folder, packageName, ["--ignore-scripts"]);
}

/** Starts one of the subgraphs that the suite brings along. */
export async function startNeighbour(name: "users" | "inventory"): Promise<Program> {
  const port = String(await freePort());
  return startProgram(join(built, "subgraphs", name, "index.js"), { env: { [`${name.toUpperCase()}_PORT`]: port } });
}

/** Runs the suite's tests and sums them up by the features that it lists. A feature that no test looked at has none passed. */
export async function runSuite(productsUrl: string): Promise<Verdict[]> {
  const { TESTS, runJest } = createRequire(import.meta.url)(join(built, "testRunner.js")) as Runner;
  const { assertions } = await runJest(productsUrl);
  return TESTS.map(({ assertion, column, fedVersion }) => {
    const own = assertions.filter(({ ancestorTitles, fullName }) => (ancestorTitles[0] ?? fullName) === assertion);
    const passed = own.filter(({ status }) => status === "passed").length;
    return {
      federation: fedVersion,
      feature: column,
      passed,
      failed: own.length - passed,
      complaints: own.flatMap(({ failureMessages }) => failureMessages),
    };
  });
}
