import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../subgraphs/kit/project-root.ts";
import { sharedGateway } from "./support/shared-gateway.ts";

const readme = readFileSync(join(projectRoot, "README.md"), "utf8");
const examples = [...readme.matchAll(/```graphql\n([\s\S]*?)```\s+```json\n([\s\S]*?)```/g)].map(
  ([, query = "", answer = ""]) => ({ query, answer }),
);

describe("README", () => {
  const gateway = sharedGateway();

  test("it has queries with their answers", () => {
    expect(examples.length).toBeGreaterThanOrEqual(3);
  });

  test.each(examples)("the answer printed below is the one given: $query", async ({ query, answer }) => {
    const { data, errors } = await gateway.ask(query);
    expect({ data, ...(errors.length > 0 && { errors }) }).toEqual(JSON.parse(answer));
  });

  test("every script of package.json has its line", () => {
    const { scripts } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as {
      scripts: Record<string, string>;
    };
    const named = Object.keys(scripts).filter((name) => !name.startsWith("pre"));
    expect(
      named.filter((name) => !readme.includes(`| \`npm ${name === "start" || name === "test" ? name : `run ${name}`}`)),
    ).toEqual([]);
  });
});
