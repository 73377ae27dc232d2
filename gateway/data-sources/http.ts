import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { GraphError } from "../../subgraphs/kit/errors.ts";
import { cachingOfHeaders } from "../caching/foreign.ts";
import {
  type Caller,
  type DataSource,
  isObject,
  type SubgraphAnswer,
  type SubgraphError,
  type SubgraphOperation,
  toVariablesText,
} from "./data-source.ts";
import { CallError, type Exchange, type ExchangeAnswer } from "./exchange.ts";

const compress = promisify(gzip);

export interface HttpDataSourceOptions {
  readonly name: string;
  readonly url: string;
  /** Carries queries: it may ask twice and share answers. */
  readonly query: Exchange;
  /** Carries mutations, each exactly once. */
  readonly mutate: Exchange;
  readonly timeoutMs: number;
  /** From this size on requests are sent gzipped, and answers may come compressed; undefined for never. */
  readonly compressFromBytes: number | undefined;
  /** Names, in lower case, of the client's headers that it is told. */
  readonly forwardedHeaders: readonly string[];
  readonly clock: () => number;
}

/** A subgraph behind a URL. */
export function createHttpDataSource(options: HttpDataSourceOptions): DataSource {
  const { name, url, query, mutate, timeoutMs, compressFromBytes, forwardedHeaders, clock } = options;
  const { origin, pathname, search } = new URL(url);
  const path = `${pathname}${search}`;
  const ownHeaders = {
    "content-type": "application/json",
    accept: "application/graphql-response+json, application/json;q=0.9",
    ...(compressFromBytes !== undefined && { "accept-encoding": "gzip, br, deflate" }),
  };
  const starts = new WeakMap<SubgraphOperation, string>();

  function headersFor(caller: Caller): Record<string, string> {
    if (forwardedHeaders.length === 0) return ownHeaders;
    const headers: Record<string, string> = { ...ownHeaders };
    for (const header of forwardedHeaders) {
      const value = caller.header(header);
      if (value !== undefined) headers[header] = value;
    }
    return headers;
  }

  function startOf(operation: SubgraphOperation): string {
    const known = starts.get(operation);
    if (known !== undefined) return known;
    const named = operation.name === undefined ? "" : `"operationName":${JSON.stringify(operation.name)},`;
    const start = `{"query":${JSON.stringify(operation.query)},${named}"variables":`;
    starts.set(operation, start);
    return start;
  }

  return {
    async execute(request) {
      const text = `${startOf(request.operation)}${toVariablesText(request)}}`;
      const headers = headersFor(request.caller);
      const isLarge = compressFromBytes !== undefined && text.length >= compressFromBytes;
      const exchange = request.operation.kind === "query" ? query : mutate;
      try {
        const answer = await exchange({
          origin,
          path,
          headers: isLarge ? { ...headers, "content-encoding": "gzip" } : headers,
          body: isLarge ? await compress(text) : text,
          identity: forwardedHeaders.length === 0 ? text : `${JSON.stringify(headers)} ${text}`,
          endsAt: clock() + timeoutMs,
        });
        return { ...parseAnswer(answer), caching: cachingOfHeaders(answer.headers, forwardedHeaders) };
      } catch (error) {
        throw error instanceof CallError ? toGraphError(name, error) : error;
      }
    },
  };
}

/** @throws CallError for what is not a GraphQL answer */
function parseAnswer({ status, text }: ExchangeAnswer): SubgraphAnswer {
  const answer = parseJson(text);
  if (isObject(answer) && (answer["data"] === undefined || answer["data"] === null || isObject(answer["data"]))) {
    const { errors } = answer;
    const isAnswer = errors === undefined ? "data" in answer : Array.isArray(errors) && errors.every(isError);
    if (isAnswer) return answer as SubgraphAnswer;
  }
  if (status >= 400) throw new CallError("unavailable", `it answered with status ${status}`, { isTransient: false });
  throw new CallError("malformed", "the answer is not one to a GraphQL request", { isTransient: false });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isError(value: unknown): value is SubgraphError {
  return (
    isObject(value) &&
    typeof value["message"] === "string" &&
    (value["path"] === undefined || value["path"] === null || Array.isArray(value["path"]))
  );
}

const codes = {
  timeout: "SUBGRAPH_TIMEOUT",
  unavailable: "SUBGRAPH_UNAVAILABLE",
  malformed: "SUBGRAPH_MALFORMED",
} as const;
const messages = {
  timeout: "did not answer in time",
  unavailable: "did not answer",
  malformed: "gave an answer that cannot be used",
};

function toGraphError(name: string, failure: CallError): GraphError {
  const error = new GraphError(codes[failure.kind], `The ${name} service ${messages[failure.kind]}. Ask again later.`, {
    serviceName: name,
  });
  error.cause = failure;
  return error;
}
