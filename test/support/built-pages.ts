import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../subgraphs/kit/project-root.ts";

/** The build of the pages. @throws when there is none, or one older than the sources: the tests would look at yesterday's pages */
export function requireBuiltPages(): string {
  const built = join(projectRoot, "dist", "explorer");
  const builtAt = statSync(join(built, "index.html"), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = join(projectRoot, "gateway", "explorer");
  const files = readdirSync(sources, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const newest = Math.max(...files.map((file) => statSync(join(file.parentPath, file.name)).mtimeMs));
  if (builtAt < newest) throw new Error("The pages in dist/ are older than their sources: npm run build:pages");
  return built;
}
