import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { projectRoot } from "../../../subgraphs/kit/project-root.ts";
import { sharedGateway } from "../../support/shared-gateway.ts";

const run = promisify(execFile);
const readme = await readFile(join(projectRoot, "README.md"), "utf8");
const section = readme.split("\n## ").find((part) => part.startsWith("Tables, charts and citations")) ?? "";

const gateway = sharedGateway();

/** The code blocks of one language, asking the server of this test. */
function blocks(language: string): string[] {
  return [...section.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "gs"))].map(([, code = ""]) =>
    code.replaceAll("http://127.0.0.1:4000", gateway.url),
  );
}

test("the curl lines of the README give a published table, the table of a query, and citations", async () => {
  const [published = "", query = "", citations = "", ...others] = blocks("sh");
  expect(others).toEqual([]);
  const output = async (command: string) =>
    (await run("bash", ["-c", command.replaceAll("curl ", "curl -sSf ")])).stdout;
  expect(await output(published)).toBe(
    [
      "country.code,country.name,year,value [persons],nature",
      "KAZ,Kazakhstan,2024,20592571,ESTIMATED",
      "KAZ,Kazakhstan,2025,20843754,ESTIMATED",
      "UZB,Uzbekistan,2024,36361859,ESTIMATED",
      "UZB,Uzbekistan,2025,37053428,ESTIMATED",
      "",
    ].join("\r\n"),
  );
  expect(await output(query)).toContain("\r\nTJK,2025,10786734\r\n");
  expect(JSON.parse(await output(citations))).toMatchObject({
    data: { lake: { areas: [{ value: 6990 }] } },
    extensions: { citations: [{ publisher: "UNESCO", vintages: ["2019"] }] },
  });
});

test("the Python lines of the README print the newest water stress of Uzbekistan", async () => {
  const [program = "", ...others] = blocks("python");
  expect(others).toEqual([]);
  const { stdout } = await run("python3", ["-c", program]);
  expect(stdout).toMatch(/^Uzbekistan 2018 168\.92/);
});
