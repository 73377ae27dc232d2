import type { IncomingMessage, ServerResponse } from "node:http";
import { type ApolloServer, type BaseContext, HeaderMap } from "@apollo/server";
import { readJsonBody } from "./body.ts";

/** Answers GraphQL over HTTP by Apollo Server. */
export function createGraphqlHandler<C extends BaseContext>(apollo: ApolloServer<C>, createContext: () => C) {
  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const headers = new HeaderMap();
    for (const [name, value] of Object.entries(request.headers)) {
      if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
    }
    // The graph is public, read-only and knows no cookies: a GET cannot be forged into anything. Apollo refuses a mutation by GET.
    if (request.method === "GET") headers.set("apollo-require-preflight", "true");
    const result = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method ?? "GET",
        headers,
        search: url.search,
        body: request.method === "POST" ? await readJsonBody(request) : undefined,
      },
      context: async () => createContext(),
    });
    for (const [name, value] of result.headers) response.setHeader(name, value);
    response.statusCode = result.status ?? 200;
    if (result.body.kind === "complete") {
      response.end(result.body.string);
      return;
    }
    for await (const chunk of result.body.asyncIterator) response.write(chunk);
    response.end();
  };
}
