import { composeServices } from "@apollo/composition";
import { Supergraph } from "@apollo/federation-internals";
import { type GraphQLSchema, graphql, parse, printSchema } from "graphql";
import { errorTable } from "../subgraphs/kit/errors.ts";
import { roster } from "../subgraphs/roster.ts";

/** The generated files of this folder, by name. @throws when the subgraphs do not compose */
export async function generateSchemaFiles(): Promise<Map<string, string>> {
  const services = await Promise.all(
    roster.map(async ({ name, buildSchema }) => ({ name, sdl: await printSubgraph(await buildSchema()) })),
  );
  const { supergraphSdl, errors } = composeServices(
    services.map(({ name, sdl }) => ({ name, url: `http://${name}:4000/graphql`, typeDefs: parse(sdl) })),
  );
  if (!supergraphSdl)
    throw new Error(`The subgraphs do not compose:\n${errors?.map(({ message }) => message).join("\n")}`);
  return new Map([
    ...services.map(({ name, sdl }): [string, string] => [`${name}.graphql`, `${sdl.trim()}\n`]),
    ["supergraph.graphql", `${supergraphSdl.trim()}\n`],
    ["api.graphql", `${printSchema(Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema()).trim()}\n`],
    ["errors.md", printErrors()],
  ]);
}

async function printSubgraph(schema: GraphQLSchema): Promise<string> {
  const { data, errors } = await graphql({ schema, source: "{ _service { sdl } }" });
  if (errors) throw new Error(errors.map(({ message }) => message).join("\n"));
  return (data as { _service: { sdl: string } })._service.sdl;
}

function printErrors(): string {
  const rows = Object.entries(errorTable).map(
    ([code, { meaning, wayOut }]) => `| \`${code}\` | ${meaning} | ${wayOut} |`,
  );
  return [
    "# Error codes",
    "",
    "Every error of the graph has one of these in `extensions.code`. Printed from `subgraphs/kit/errors.ts` by `npm run schema`.",
    "",
    "| code | what happened | what to do |",
    "|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}
