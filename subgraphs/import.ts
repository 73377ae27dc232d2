import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { projectRoot } from "./kit/project-root.ts";
import { type Importer, writeSnapshot } from "./kit/snapshot/write.ts";

/** `npm run snapshot -- <subgraph> <folder>`: reads a folder of publisher files, writes that subgraph's tables. */
const home = join(projectRoot, "subgraphs");
const importerOf = (name: string) => join(home, name, "import", "index.ts");
const names = readdirSync(home).filter((name) => existsSync(importerOf(name)));

const [name = "", folder] = parseArgs({ allowPositionals: true }).positionals;
if (!names.includes(name) || !folder) {
  process.stderr.write(`Usage: npm run snapshot -- <${names.join("|")}> <folder of publisher files>\n`);
  process.exitCode = 2;
} else {
  const { importTables } = (await import(importerOf(name))) as { importTables: Importer };
  const tables = await importTables(folder);
  await writeSnapshot(join(home, name, "snapshot"), tables);
  for (const table of tables) process.stdout.write(`${table.name}: ${table.rows.length} rows\n`);
}
