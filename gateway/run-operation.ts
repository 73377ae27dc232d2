import type { ApolloServer, GraphQLResponse } from "@apollo/server";
import type { GraphQLFormattedError } from "graphql";
import type { ProvenanceTrace } from "../subgraphs/kit/graphql/trace-provenance.ts";
import type { RequestContext } from "./context.ts";

export interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What the graph gave for one operation. */
export interface GraphAnswer {
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly GraphQLFormattedError[];
  /** The sources that fed it. */
  readonly provenance: readonly ProvenanceTrace[];
  /** How long it may be kept, as the header says it. */
  readonly cacheControl: string | undefined;
}

/** Runs an operation as a request of its own, under the same limits as one that comes by HTTP. */
export type RunOperation = (operation: Operation) => Promise<GraphAnswer>;

export function createRunOperation(
  apollo: ApolloServer<RequestContext>,
  createContext: () => RequestContext,
): RunOperation {
  return async ({ query, variables }) => {
    const contextValue = createContext();
    const response = (await apollo.executeOperation({ query, variables }, { contextValue })) as GraphQLResponse;
    if (response.body.kind !== "single") throw new Error("The graph answers in one piece");
    const { data = null, errors = [] } = response.body.singleResult;
    const cacheControl = response.http.headers.get("cache-control");
    return { data: data ?? null, errors, provenance: contextValue.provenance(), cacheControl };
  };
}
