import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { buildSchema, parse } from "graphql";
import ts from "typescript";
import { expect, onTestFinished, test } from "vitest";
import { toCurl } from "../../../gateway/explorer/explore/code/curl.ts";
import { toPython } from "../../../gateway/explorer/explore/code/python.ts";
import { toR } from "../../../gateway/explorer/explore/code/r.ts";
import { toTypescript } from "../../../gateway/explorer/explore/code/typescript.ts";
import { sharedGateway } from "../../support/shared-gateway.ts";

const run = promisify(execFile);
const query = `query Names($codes: [CountryCode!], $language: Language! = EN) {
  # It's a "quoted" comment with a \\ and a $dollar
  countries(codes: $codes) { code name(language: $language) areaKm2 ...Latest }
}
fragment Latest on Country { indicator(id: "SP.POP.TOTL") { latest { value nature } values { year } } }`;
const variables = { codes: ["KGZ"], language: "RU" };

const gateway = sharedGateway();

test("the curl command runs in a shell and gives the answer", async () => {
  const { stdout } = await run("bash", ["-c", toCurl({ url: `${gateway.url}/graphql`, query, variables })]);
  expect(JSON.parse(stdout).data.countries[0].name).toBe("Кыргызстан");
});

test("the TypeScript compiles strictly, its type is the query's, and it runs", async () => {
  const schema = buildSchema(await (await fetch(`${gateway.url}/schema.graphql`)).text());
  const code = toTypescript({ url: `${gateway.url}/graphql`, query, variables }, schema, parse(query));
  expect(code).toContain(`export interface NamesData {
  countries: {
    code: string;
    name: string | null;
    areaKm2: number | null;
    indicator: {
      latest: {
        value: number | null;`);
  const folder = await mkdtemp(join(tmpdir(), "explorer-code-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, "names.mts");
  await writeFile(
    file,
    `${code}\nconst nature: "REPORTED" | "MEASURED" | string | undefined = data?.countries?.[0]?.indicator?.latest?.nature;\nif (errors) throw new Error(errors[0]?.message);\nconsole.log(JSON.stringify(data), nature);\n`,
  );
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
    types: [],
  });
  expect(ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText)).toEqual([]);
  const { stdout } = await run(process.execPath, ["--import", "tsx", file]);
  expect(stdout).toContain("Кыргызстан");
});

test("Python and R carry the query and its variables as texts that cannot break out", () => {
  const request = { url: "http://127.0.0.1:4000/graphql", query: `${query} # """ )" `, variables };
  expect(toPython(request)).toContain('variables = {"codes": ["KGZ"], "language": "RU"}');
  expect(toPython(request).match(/(?<!\\)"""/g)).toHaveLength(2);
  expect(toR(request)).toContain('variables = list(`codes` = list("KGZ"), `language` = "RU")');
  expect(toR(request)).toContain('r"--(query Names');
});
