import type { IncomingMessage, ServerResponse } from "node:http";
import { type ApolloServer, type BaseContext, HeaderMap, type HTTPGraphQLResponse } from "@apollo/server";
import type { ErrorCode } from "../../subgraphs/kit/errors.ts";
import { readJsonBody } from "./body.ts";
import { codingFor, compress } from "./content-coding.ts";

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
    // What is refused before it is an operation says nothing of caches.
    response.setHeader("cache-control", "no-store");
    for (const [name, value] of result.headers) response.setHeader(name, value);
    response.statusCode = statusFor(request, result);
    if (result.body.kind === "complete") {
      await sendText(request, response, result.body.string);
      return;
    }
    for await (const chunk of result.body.asyncIterator) response.write(chunk);
    response.end();
  };
}

async function sendText(request: IncomingMessage, response: ServerResponse, text: string): Promise<void> {
  response.appendHeader("vary", "Accept, Accept-Encoding");
  const coding = codingFor(request, Buffer.byteLength(text));
  if (coding === "identity") {
    // As text it is written together with the headers.
    response.end(text);
    return;
  }
  const coded = await compress[coding](Buffer.from(text));
  response.setHeader("content-encoding", coding);
  response.setHeader("content-length", coded.length);
  response.end(coded);
}

/** Faults of the operation and not of the HTTP request. */
const faults = new Set<unknown>([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
] satisfies ErrorCode[]);

/**
 * The GraphQL over HTTP specification wants 200 for every GraphQL answer of the type application/json, since such a
 * status could be an intermediary's. Clients that ask for that type by name get it; all others are told by the status.
 */
function statusFor(request: IncomingMessage, { status = 200, headers, body }: HTTPGraphQLResponse): number {
  const asksForJson = /\bapplication\/json\b/i.test(request.headers.accept ?? "");
  const isJson = headers.get("content-type")?.startsWith("application/json");
  if (status !== 400 || !asksForJson || !isJson || body.kind !== "complete") return status;
  const { errors = [] } = JSON.parse(body.string) as { errors?: { extensions?: { code?: unknown } }[] };
  return errors.every(({ extensions }) => faults.has(extensions?.code)) ? 200 : status;
}
