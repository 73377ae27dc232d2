import { type Operation, operationFromDocument, Supergraph } from "@apollo/federation-internals";
import { type PlanNode, type QueryPlan, QueryPlanner, type SubscriptionNode } from "@apollo/query-planner";
import type { DocumentNode, GraphQLSchema } from "graphql";
import { GraphError } from "../../../subgraphs/kit/errors.ts";
import { keepMergesAcyclic } from "./acyclic-merges.ts";

keepMergesAcyclic();

/**
 * Ways to a field beyond which planning is given up. Each step from an interface object to itself squares their number,
 * and five steps would take all of a process's memory.
 */
const mostPaths = 30_000;

/** How the subgraphs are asked for an operation. */
export interface Planner {
  /** What operations are written against. */
  readonly schema: GraphQLSchema;
  /** By the name of each subgraph the URL that the supergraph gives it. */
  readonly urls: ReadonlyMap<string, string>;
  plan(operation: DocumentNode): QueryPlan;
}

/**
 * @param supergraph with every feature that it links: what they ask of execution is seen to elsewhere
 * @param homes by the name of a subgraph that only planning knows, the one that is asked in its place
 */
export function createPlanner(supergraph: DocumentNode, homes: ReadonlyMap<string, string>): Planner {
  const built = Supergraph.build(supergraph, { supportedFeatures: null, validateSupergraph: false });
  const schema = built.apiSchema();
  const planner = new QueryPlanner(built, {
    // Named fragments would have to be told apart again when fetches are joined into one call.
    reuseQueryFragments: false,
    // What stands in a fragment on one type is not asked of the objects of others.
    typeConditionedFetching: true,
    debug: { pathsLimit: mostPaths },
  });
  return {
    schema: schema.toGraphQLJSSchema(),
    urls: new Map(
      built
        .subgraphsMetadata()
        .filter(({ name }) => !homes.has(name))
        .map(({ name, url }) => [name, url]),
    ),
    plan(document) {
      const operation = operationFromDocument(schema, document, { validate: false });
      const plan = planOrRefuse(planner, operation);
      if (plan.node && homes.size > 0) bringHome(plan.node, homes);
      return plan;
    },
  };
}

/** @throws GraphError QUERY_TOO_LARGE */
function planOrRefuse(planner: QueryPlanner, operation: Operation): QueryPlan {
  try {
    return planner.buildQueryPlan(operation);
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith("Too many options"))) throw error;
    throw new GraphError("QUERY_TOO_LARGE", "The query can be planned in too many ways. Ask for fewer levels at once.");
  }
}

function bringHome(node: PlanNode | SubscriptionNode, homes: ReadonlyMap<string, string>): void {
  if (node.kind === "Fetch") node.serviceName = homes.get(node.serviceName) ?? node.serviceName;
  else if (node.kind === "Flatten") bringHome(node.node, homes);
  else if (node.kind === "Sequence" || node.kind === "Parallel")
    for (const child of node.nodes) bringHome(child, homes);
}
