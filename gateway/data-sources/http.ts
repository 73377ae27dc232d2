import type { GraphQLDataSource } from "@apollo/gateway";
import { z } from "zod";
import { GraphError } from "../../subgraphs/kit/errors.ts";
import type { RequestContext } from "../context.ts";

const answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.looseObject({ message: z.string() })).optional(),
  extensions: z.record(z.string(), z.unknown()).optional(),
});

const timeoutMs = 10_000;

/** A subgraph behind a URL. @throws GraphError SUBGRAPH_UNAVAILABLE when it does not give a GraphQL answer in time */
export function createHttpDataSource(name: string, url: string): GraphQLDataSource<RequestContext> {
  return {
    async process({ request }) {
      const { query, variables, operationName } = request;
      try {
        const response = await fetch(url, {
          method: "POST",
          headers: { "content-type": "application/json", accept: "application/json" },
          body: JSON.stringify({ query, variables, operationName }),
          signal: AbortSignal.timeout(timeoutMs),
          redirect: "error",
        });
        return answer.parse(await response.json()) as never;
      } catch (cause) {
        const error = new GraphError("SUBGRAPH_UNAVAILABLE", `The ${name} service did not answer. Ask again later.`, { serviceName: name });
        error.cause = cause;
        throw error;
      }
    },
  };
}
