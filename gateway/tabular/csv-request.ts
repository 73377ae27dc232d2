import type { IncomingMessage } from "node:http";
import { GraphQLError, type GraphQLSchema, getVariableValues, parse, validate } from "graphql";
import { z } from "zod";
import { GraphError } from "../../subgraphs/kit/errors.ts";
import { readJsonBody } from "../http/body.ts";
import { type TabularQuery, toTabularQuery } from "./query.ts";
import { operationOf } from "./selection.ts";

const body = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

const mostTokens = 15_000;

export interface CsvRequest {
  readonly table: TabularQuery;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * The query of a GraphQL request by GET or POST, as a table.
 *
 * @throws GraphError for what is not a valid query, or not one table
 */
export async function readCsvRequest(schema: GraphQLSchema, request: IncomingMessage, url: URL): Promise<CsvRequest> {
  const { query, variables, operationName } = await readOperation(request, url);
  const document = refused("GRAPHQL_PARSE_FAILED", () => parse(query, { maxTokens: mostTokens }));
  const [invalid] = validate(schema, document);
  if (invalid) throw new GraphError("GRAPHQL_VALIDATION_FAILED", invalid.message);
  const operation = operationOf(document, operationName ?? undefined);
  if (operation.operation !== "query") throw new GraphError("NOT_A_TABLE", "Only a query has an answer to tabulate.");
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {});
  if (!coerced) throw new GraphError("BAD_USER_INPUT", errors?.map(({ message }) => message).join(" ") ?? "");
  return {
    table: toTabularQuery(schema, document, operationName ?? undefined, coerced),
    variables: variables ?? {},
  };
}

async function readOperation(request: IncomingMessage, { searchParams }: URL): Promise<z.infer<typeof body>> {
  const given =
    request.method === "POST"
      ? await readJsonBody(request)
      : {
          query: searchParams.get("query"),
          variables: parseJson(searchParams.get("variables")),
          operationName: searchParams.get("operationName"),
        };
  const { data } = body.safeParse(given);
  if (!data) {
    throw new GraphError(
      "BAD_REQUEST",
      "CSV needs the text of a query, and variables as a JSON object if there are any.",
    );
  }
  return data;
}

function parseJson(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}

function refused<T>(code: "GRAPHQL_PARSE_FAILED", parsing: () => T): T {
  try {
    return parsing();
  } catch (error) {
    if (error instanceof GraphQLError) throw new GraphError(code, error.message);
    throw error;
  }
}
