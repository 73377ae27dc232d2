import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type GraphQLSchema, type OperationDefinitionNode, parse, validate } from "graphql";
import { projectRoot } from "../../subgraphs/kit/project-root.ts";
import { type TabularQuery, toTabularQuery } from "../tabular/query.ts";
import { operationOf, type Selected, selectionOf } from "../tabular/selection.ts";
import { type OperationHeader, parseOperationHeader } from "./operation-file.ts";
import { type PublishedVariable, variablesOf } from "./variables.ts";

/** A query of schema/operations as it stands in its file. */
export interface OperationFile {
  /** Name of the file without its ending: the name in the URL. */
  readonly name: string;
  readonly text: string;
}

/** A published query, ready to be run on a schema. */
export interface PublishedOperation {
  readonly name: string;
  /** The query itself, without the head of its file. */
  readonly query: string;
  readonly header: OperationHeader;
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly variables: readonly PublishedVariable[];
  readonly table: TabularQuery;
  readonly selection: readonly Selected[];
}

const folder = join(projectRoot, "schema", "operations");

export async function loadOperationFiles(): Promise<OperationFile[]> {
  const ending = ".graphql";
  const files = (await readdir(folder)).filter((file) => file.endsWith(ending));
  const names = files.map((file) => file.slice(0, -ending.length)).sort();
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(folder, name + ending), "utf8") })));
}

/** @throws when the query is not valid on the schema, gives no table, or its header does not fit it */
export function compileOperation(schema: GraphQLSchema, { name, text }: OperationFile): PublishedOperation {
  const header = parseOperationHeader(text);
  const document = parse(text);
  const problems = validate(schema, document).map(({ message }) => message);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  const operation = operationOf(document, undefined);
  const variables = variablesOf(schema, operation);
  const table = toTabularQuery(schema, document, undefined, {});
  const columns = table.plan.columns.map((column) => column.name);
  const { mark, where, ...channels } = header.chart;
  for (const column of [...Object.values(channels), where?.split(":")[0], header.change?.at, ...columnsIn(header)]) {
    if (column !== undefined && !columns.includes(column)) {
      throw new Error(`The header of ${name} names a column ${column}; there are ${columns.join(", ")}`);
    }
  }
  const described = [...header.variables.keys()].sort().join();
  if (
    described !==
    variables
      .map((variable) => variable.name)
      .sort()
      .join()
  ) {
    throw new Error(`The header of ${name} must describe exactly its variables, one by one`);
  }
  const query = text.replace(/^(#.*\n)+/, "").trim();
  return {
    name,
    query,
    header,
    schema,
    operation,
    variables,
    table,
    selection: selectionOf(schema, document, operation, {}),
  };
}

/** Columns that the texts of a header take from the answer. */
function columnsIn({ subtitle = "", subtitleRu = "", change }: OperationHeader): string[] {
  return [...`${subtitle} ${subtitleRu} ${change?.text ?? ""}`.matchAll(/\{([\w.]+)\}/g)].map(
    ([, column = ""]) => column,
  );
}
