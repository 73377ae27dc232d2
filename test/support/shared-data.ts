import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import papaparse from "papaparse";
import { projectRoot } from "../../subgraphs/kit/project-root.ts";

/** A row of a publisher's table, by the names of its columns. */
export type PublishedRow = Readonly<Record<string, string>>;

/**
 * The folder of publisher files of one subgraph, or undefined on a machine without it.
 * Tests that want it use `describe.skipIf(!publisherFiles("countries"))`, so that the run counts them as skipped;
 * the readers below are only for such tests.
 */
export function publisherFiles(subgraph: string): string | undefined {
  const folder = join(projectRoot, "..", "shared", "data", subgraph);
  return existsSync(folder) ? folder : undefined;
}

/** A publisher's file as text, unpacked. */
export function publishersText(subgraph: string, path: string): string {
  const bytes = readFileSync(join(publisherFiles(subgraph) ?? "", path));
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

/** The rows of a publisher's table, whose first line names its columns. */
export function publishersRows(subgraph: string, path: string): PublishedRow[] {
  return papaparse.parse<PublishedRow>(publishersText(subgraph, path), { header: true, skipEmptyLines: true }).data;
}

/** What a publisher's service answered once, as text. */
export function publishersAnswer(subgraph: string, path: string): string {
  return publishersText(subgraph, join("recorded", path));
}
