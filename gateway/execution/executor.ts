import { type DocumentNode, type GraphQLError, type GraphQLSchema, getVariableValues } from "graphql";
import type { Caller, Data, DataSource } from "../data-sources/data-source.ts";
import { createFailures } from "./answer/failures.ts";
import { project } from "./answer/project.ts";
import type { ExecutableGraph } from "./executable-graph.ts";
import { runSteps } from "./steps/run.ts";

export interface ExecutionRequest {
  readonly queryHash: string;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Data | undefined;
  /** The schema that the document was validated against, for questions about it. */
  readonly schema: GraphQLSchema;
  readonly caller: Caller;
}

export interface ExecutionResult {
  readonly data?: Data | null;
  readonly errors?: readonly GraphQLError[];
}

const mostVariableErrors = 50;

/** Executes one operation. Only wrong variables leave it without data; all else costs the fields that it concerns. */
export async function executeOperation(
  graph: ExecutableGraph,
  sources: ReadonlyMap<string, DataSource>,
  request: ExecutionRequest,
): Promise<ExecutionResult> {
  const { queryHash, document, operationName, caller } = request;
  const { definition, compile } = graph.operation(queryHash, document, operationName);
  const given = request.variables ?? {};
  let variables: Data = given;
  if (definition.variableDefinitions?.length) {
    const values = getVariableValues(request.schema, definition.variableDefinitions, given, {
      maxErrors: mostVariableErrors,
    });
    if (values.errors) return { errors: values.errors };
    variables = values.coerced;
  }
  const { steps, shape, introspection } = compile(variables);
  const data: Data = {};
  const failures = createFailures(shape, data);
  if (steps.length > 0)
    await runSteps(steps, { data, variables: given, caller, failures, types: graph.types, sources });
  const answer = project({
    data,
    shape,
    introspection: introspection?.(request.schema, given) ?? {},
    report: failures.report,
  });
  return failures.errors.length > 0 ? { data: answer, errors: failures.errors } : { data: answer };
}
