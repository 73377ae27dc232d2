import type { GraphQLDataSource } from "@apollo/gateway";
import { type DocumentNode, execute, type GraphQLSchema, parse } from "graphql";
import { LRUCache } from "lru-cache";
import type { RequestContext } from "../context.ts";

/** A subgraph of this process: its schema is executed without a socket. The planner's queries need no validation. */
export function createInProcessDataSource(name: string, schema: GraphQLSchema): GraphQLDataSource<RequestContext> {
  const documents = new LRUCache<string, DocumentNode>({ max: 500 });

  function documentOf(query: string): DocumentNode {
    const document = documents.get(query) ?? parse(query, { noLocation: true });
    documents.set(query, document);
    return document;
  }

  return {
    async process({ request, context }) {
      const { data, errors } = await execute({
        schema,
        document: documentOf(request.query ?? ""),
        variableValues: request.variables,
        operationName: request.operationName,
        contextValue: (context as RequestContext).of(name),
      });
      return { data: data ?? null, ...(errors && { errors }), http: undefined } as never;
    },
  };
}
