import { type DocumentNode, type GraphQLSchema, print, separateOperations } from "graphql";
import { GraphError } from "../../subgraphs/kit/errors.ts";
import type { GraphAnswer, RunOperation } from "../run-operation.ts";
import { augment } from "./augment.ts";
import { afterVariable } from "./hidden-keys.ts";
import { type Paged, pagedConnection, pageStateOf } from "./pages.ts";
import { planTable, type TablePlan } from "./plan.ts";
import { operationOf, selectionOf } from "./selection.ts";

type Variables = Readonly<Record<string, unknown>>;

/** A query that gives a table: the text to run, and how its answer becomes rows. */
export interface TabularQuery {
  readonly query: string;
  readonly plan: TablePlan;
  readonly paged: Paged | undefined;
}

/**
 * @param document a valid document, parsed with locations
 * @throws GraphError NOT_A_TABLE, saying why the query gives none
 */
export function toTabularQuery(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
  variables: Variables,
): TabularQuery {
  const name = operationOf(document, operationName).name?.value ?? "";
  const alone = separateOperations(document)[name] ?? document;
  const select = (from: DocumentNode) => selectionOf(schema, from, operationOf(from, name || undefined), variables);
  const paged = pagedConnection(select(alone));
  const augmented = augment(schema, alone, paged?.field);
  return { query: print(augmented), plan: planTable(select(augmented)), paged };
}

export interface PageOptions {
  /** Bound on the nodes of all pages together. */
  readonly mostNodes: number;
}

/**
 * The answers of a query, one per page of its connection, one in all without a connection.
 *
 * @throws GraphError TOO_MANY before the first page when the list is longer than allowed; AnswerError when the graph
 * gives errors: a table without some of its cells would pose as the whole
 */
export async function* answersOf(
  run: RunOperation,
  { query, paged }: TabularQuery,
  variables: Variables,
  { mostNodes }: PageOptions,
): AsyncGenerator<GraphAnswer> {
  let after: string | undefined;
  do {
    const answer = await run({
      query,
      variables: paged ? { ...variables, [afterVariable]: after ?? null } : variables,
    });
    if (answer.errors.length > 0) throw new AnswerError(answer);
    const state = paged && pageStateOf(paged, answer.data);
    if (state && state.total > mostNodes) {
      throw new GraphError(
        "TOO_MANY",
        `${state.total} rows, more than the ${mostNodes} of one table. Narrow the filters.`,
      );
    }
    yield answer;
    after = state?.next;
  } while (after !== undefined);
}

/** The graph answered with errors where a whole answer is needed. */
export class AnswerError extends Error {
  override readonly name = "AnswerError";
  readonly answer: GraphAnswer;

  constructor(answer: GraphAnswer) {
    super(answer.errors.map(({ message }) => message).join("\n"));
    this.answer = answer;
  }
}
