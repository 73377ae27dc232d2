import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../subgraphs/kit/project-root.ts";

const readme = readFileSync(join(projectRoot, "README.md"), "utf8");

/** The queries that the README shows, in their order. */
export const readmeQueries: readonly string[] = [...readme.matchAll(/```graphql\n([\s\S]*?)```/g)].map(
  ([, query = ""]) => query,
);
