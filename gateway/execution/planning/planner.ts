import { operationFromDocument, Supergraph } from "@apollo/federation-internals";
import { type QueryPlan, QueryPlanner } from "@apollo/query-planner";
import type { DocumentNode, GraphQLSchema } from "graphql";

/** How the subgraphs are asked for an operation. */
export interface Planner {
  /** What operations are written against. */
  readonly schema: GraphQLSchema;
  /** By the name of each subgraph the URL that the supergraph gives it. */
  readonly urls: ReadonlyMap<string, string>;
  plan(operation: DocumentNode): QueryPlan;
}

/** @param supergraph with every feature that it links: what they ask of execution is seen to elsewhere */
export function createPlanner(supergraph: DocumentNode): Planner {
  const built = Supergraph.build(supergraph, { supportedFeatures: null, validateSupergraph: false });
  const schema = built.apiSchema();
  // Named fragments would have to be told apart again when fetches are joined into one call.
  const planner = new QueryPlanner(built, { reuseQueryFragments: false });
  return {
    schema: schema.toGraphQLJSSchema(),
    urls: new Map(built.subgraphsMetadata().map(({ name, url }) => [name, url])),
    plan(document) {
      const operation = operationFromDocument(schema, document, { validate: false });
      return planner.buildQueryPlan(operation);
    },
  };
}
