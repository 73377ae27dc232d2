import { type DocumentNode, type GraphQLFormattedError, type GraphQLSchema, parse } from "graphql";
import { augment } from "../../tabular/augment.ts";
import { planTable } from "../../tabular/plan.ts";
import { operationOf, selectionOf } from "../../tabular/selection.ts";
import { type Table, toTable } from "../../tabular/table.ts";
import type { Answer } from "./answers.ts";

/** What was asked in a tab, and what came of it. */
export interface Asked {
  readonly query: string;
  /** JSON, as in the editor; may be empty. */
  readonly variables: string;
  readonly operationName: string | undefined;
}

/** An answer made ready for the views beside the JSON. */
export interface Outcome {
  readonly asked: Asked;
  readonly answer: Answer;
  readonly document: DocumentNode | undefined;
  readonly errors: readonly GraphQLFormattedError[];
  readonly table: Table | undefined;
  /** Why there is no table; undefined when there is one, or no data at all. */
  readonly notTable: string | undefined;
}

/** Reads an answer by the same rules as the server's CSV. */
export function toOutcome(schema: GraphQLSchema, asked: Asked, answer: Answer): Outcome {
  const errors = answer.errors ?? [];
  const outcome = { asked, answer, errors, document: undefined, table: undefined, notTable: undefined };
  if (!answer.data) return outcome;
  try {
    const document = parse(asked.query);
    try {
      return { ...outcome, document, table: toTable(planOf(schema, document, asked), answer.data) };
    } catch (error) {
      return { ...outcome, document, notTable: error instanceof Error ? error.message : String(error) };
    }
  } catch {
    // The text was edited since: the answer's data belongs to another document.
    return outcome;
  }
}

function planOf(schema: GraphQLSchema, document: DocumentNode, { operationName, variables }: Asked) {
  const augmented = augment(schema, document, undefined);
  const operation = operationOf(augmented, operationName);
  return planTable(selectionOf(schema, augmented, operation, parseVariables(variables)));
}

/** The variables of an editor's text; none where it is empty or unfinished. */
export function parseVariables(text: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text || "{}");
    return typeof parsed === "object" && parsed !== null ? (parsed as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
