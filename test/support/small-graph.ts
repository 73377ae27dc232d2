import { buildSchema, type GraphQLSchema, graphql } from "graphql";
import type { GraphAnswer, RunOperation } from "../../gateway/run-operation.ts";

/** A graph of a test's own: its schema, and how often it was asked. */
export interface SmallGraph {
  readonly schema: GraphQLSchema;
  readonly run: RunOperation;
  /** The variables of each execution so far. */
  readonly executions: Readonly<Record<string, unknown>>[];
  /** What every execution waits for, when set. */
  gate: Promise<void> | undefined;
}

/** @param rootValue fields of Query, as values or functions */
export function smallGraph(sdl: string, rootValue: object): SmallGraph {
  const schema = buildSchema(sdl);
  const executions: Readonly<Record<string, unknown>>[] = [];
  const graph: SmallGraph = {
    schema,
    executions,
    gate: undefined,
    async run({ query, variables }): Promise<GraphAnswer> {
      executions.push(variables);
      await graph.gate;
      const { data = null, errors = [] } = await graphql({
        schema,
        source: query,
        rootValue,
        variableValues: variables,
      });
      const plain = JSON.parse(JSON.stringify({ data, errors })) as Pick<GraphAnswer, "data" | "errors">;
      return { ...plain, provenance: [], cacheControl: undefined };
    },
  };
  return graph;
}
