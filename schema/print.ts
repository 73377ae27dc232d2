import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { projectRoot } from "../subgraphs/kit/project-root.ts";
import { generateSchemaFiles } from "./generate.ts";

/** `npm run schema`: writes the generated files of this folder. */
for (const [name, text] of await generateSchemaFiles()) {
  await writeFile(join(projectRoot, "schema", name), text);
}
