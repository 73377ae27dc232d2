import { readFileSync } from "node:fs";
import { join } from "node:path";
import { publisherFiles } from "./shared-data.ts";

/** A publisher's own answer, as text; only for tests that are skipped where the folder is not. */
export function publishersAnswer(subgraph: string, path: string): string {
  return readFileSync(join(publisherFiles(subgraph) ?? "", "recorded", path), "utf8");
}
