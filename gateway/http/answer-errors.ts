import type { ServerResponse } from "node:http";
import type { GraphQLFormattedError } from "graphql";
import { statusOf } from "./status.ts";

/** Answers with the errors that the graph gave where a whole answer was wanted: the gravest makes the status. */
export function sendAnswerErrors(response: ServerResponse, errors: readonly GraphQLFormattedError[]): void {
  response.statusCode = Math.max(...errors.map(({ extensions }) => statusOf(extensions?.["code"])));
  response.setHeader("cache-control", "no-store");
  response.setHeader("content-type", "application/json; charset=utf-8");
  response.end(`${JSON.stringify({ errors })}\n`);
}
