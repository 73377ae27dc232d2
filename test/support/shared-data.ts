import { existsSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../subgraphs/kit/project-root.ts";

/**
 * The folder of publisher files of one subgraph, or undefined on a machine without it.
 * Tests that want it use `describe.skipIf(!publisherFiles("countries"))`, so that the run counts them as skipped.
 */
export function publisherFiles(subgraph: string): string | undefined {
  const folder = join(projectRoot, "..", "shared", "data", subgraph);
  return existsSync(folder) ? folder : undefined;
}
