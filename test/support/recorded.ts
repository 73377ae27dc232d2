import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../subgraphs/kit/project-root.ts";

/** A file of test/recorded, as text. */
export function recordedText(path: string): string {
  return readFileSync(join(projectRoot, "test", "recorded", path), "utf8");
}

/** A file of test/recorded, as JSON. */
// biome-ignore lint/suspicious/noExplicitAny: a test states the shape it expects
export function recorded(path: string): any {
  return JSON.parse(recordedText(path));
}
