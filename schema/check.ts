import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CriticalityLevel, diff } from "@graphql-inspector/core";
import { buildSchema } from "graphql";
import { projectRoot } from "../subgraphs/kit/project-root.ts";
import { checkContract, typeLineOf } from "./checks/contract.ts";
import { checkDescriptions, checkNullability } from "./checks/conventions.ts";
import { generateSchemaFiles } from "./generate.ts";

/** `npm run schema:check`: fails on anything that the generated files, the contract or the conventions object to. */
const folder = join(projectRoot, "schema");
const contractFolder = join(projectRoot, "..", "shared", "contract");

const generated = await generateSchemaFiles();
const isSubgraph = (name: string) =>
  name.endsWith(".graphql") && name !== "api.graphql" && name !== "supergraph.graphql";
const subgraphs = new Map([...generated].filter(([name]) => isSubgraph(name)).map(([name, sdl]) => [stem(name), sdl]));
const api = buildSchema(generated.get("api.graphql") ?? "");
const pending = linesOf(readFileSync(join(folder, "pending.txt"), "utf8"));

const problems = [
  ...[...generated]
    .filter(([name, text]) => text !== read(join(folder, name)))
    .map(([name]) => `schema/${name} is not up to date: npm run schema`),
  ...checkDescriptions(api),
  ...[...subgraphs.values()].flatMap(checkNullability),
  ...againstContract(),
  ...(await againstMain()),
];
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.stdout.write(
  `schema: ${Object.keys(api.getTypeMap()).length} types, ${pending.size} contract parts pending, ${problems.length} problems\n`,
);
process.exitCode = problems.length > 0 ? 1 : 0;

function againstContract(): string[] {
  if (!existsSync(contractFolder)) {
    process.stdout.write("skipped: the contract is not on this machine\n");
    return [];
  }
  const contract = new Map(readdirSync(contractFolder).map((name) => [stem(name), read(join(contractFolder, name))]));
  return checkContract({ contract, subgraphs, pending });
}

/** A breaking change against the last commit of main, or a pending list that grew. */
async function againstMain(): Promise<string[]> {
  const before = ofMain("schema/api.graphql");
  if (before === undefined) {
    process.stdout.write("skipped: main has no schema to compare with\n");
    return [];
  }
  const changes = await diff(buildSchema(before), api);
  const breaking = changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking);
  const listedBefore = linesOf(ofMain("schema/pending.txt") ?? "");
  return [
    ...breaking.map(({ message }) => `breaking: ${message}`),
    ...[...pending]
      .filter((line) => !listedBefore.has(line) && !listedBefore.has(typeLineOf(line)))
      .map((line) => `${line}: schema/pending.txt may only shrink`),
  ];
}

function ofMain(path: string): string | undefined {
  for (const revision of ["main", "origin/main", "HEAD"]) {
    try {
      return execFileSync("git", ["show", `${revision}:${path}`], {
        cwd: projectRoot,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      });
    } catch {
      // This revision is not here or has no such file: the next one.
    }
  }
  return undefined;
}

function linesOf(text: string): Set<string> {
  return new Set(text.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#")));
}

function stem(name: string): string {
  return name.replace(/\.graphql$/, "");
}

function read(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}
