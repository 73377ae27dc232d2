import { useGraphiQL } from "@graphiql/react";
import { type GraphQLSchema, parse } from "graphql";
import { toCurl } from "../code/curl.ts";
import type { Request } from "../code/endpoint.ts";
import { toPython } from "../code/python.ts";
import { toR } from "../code/r.ts";
import { toTypescript } from "../code/typescript.ts";
import { type Asked, parseVariables } from "../outcome.ts";
import { CodeBlock } from "./code-block.tsx";

/** The question in other languages, ready to run. */
export function Code({ asked }: { readonly asked: Asked }) {
  const schema = useGraphiQL((state) => state.schema);
  const variables = parseVariables(asked.variables);
  const request = { url: `${location.origin}/graphql`, query: asked.query, variables };
  const typed = schema && typescriptOf(request, schema, asked.operationName);
  return (
    <>
      <CodeBlock title="Python" text={toPython(request)} />
      <CodeBlock title="R" text={toR(request)} />
      {typed && <CodeBlock title="TypeScript" text={typed} />}
      <CodeBlock title="curl" text={toCurl(request)} />
    </>
  );
}

/** Nothing while the query is unfinished: its result has no type then. */
function typescriptOf(request: Request, schema: GraphQLSchema, operationName: string | undefined): string | undefined {
  try {
    return toTypescript(request, schema, parse(request.query), operationName);
  } catch {
    return undefined;
  }
}
