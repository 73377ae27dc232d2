import { type DocumentNode, execute, type GraphQLSchema, parse } from "graphql";
import { cachingOfLoads } from "../caching/own.ts";
import { type DataSource, type SubgraphOperation, toVariablesText } from "./data-source.ts";

/** A subgraph of this process: its schema is executed without a socket. The planner's queries need no validation. */
export function createInProcessDataSource(name: string, schema: GraphQLSchema): DataSource {
  const documents = new WeakMap<SubgraphOperation, DocumentNode>();

  function documentOf(operation: SubgraphOperation): DocumentNode {
    const document = documents.get(operation) ?? parse(operation.query, { noLocation: true });
    documents.set(operation, document);
    return document;
  }

  return {
    async execute(request) {
      const contextValue = request.caller.context.of(name);
      const { data, errors } = await execute({
        schema,
        document: documentOf(request.operation),
        variableValues: JSON.parse(toVariablesText(request)),
        operationName: request.operation.name,
        contextValue,
      });
      return {
        data: data as Record<string, unknown> | null | undefined,
        errors,
        caching: cachingOfLoads(contextValue),
      };
    },
  };
}
