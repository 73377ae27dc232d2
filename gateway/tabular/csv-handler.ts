import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { constants, createBrotliCompress, createGzip } from "node:zlib";
import type { GraphQLSchema } from "graphql";
import Negotiator from "negotiator";
import { GraphError } from "../../subgraphs/kit/errors.ts";
import { toCitations } from "../citations/citation.ts";
import { licenceLinks } from "../citations/licence-links.ts";
import { sendAnswerErrors } from "../http/answer-errors.ts";
import { preferredEncoding } from "../http/content-coding.ts";
import type { Handler } from "../http/server.ts";
import type { GraphAnswer, RunOperation } from "../run-operation.ts";
import { byteOrderMark, headerOf, toCsv } from "./csv.ts";
import { readCsvRequest } from "./csv-request.ts";
import { AnswerError, answersOf, type TabularQuery } from "./query.ts";
import { type Row, rowsOf } from "./rows.ts";
import { toTable } from "./table.ts";

export interface CsvHandlerDeps {
  /** The API schema of the moment. */
  readonly schema: () => GraphQLSchema | undefined;
  readonly run: RunOperation;
  /** Answers /graphql in every other form. */
  readonly otherwise: Handler;
}

/** Bound on the rows of a list that is read to its end. */
const mostNodes = 500_000;

/** Answers /graphql with CSV when `format=csv` or `Accept` asks for it. */
export function createCsvHandler({ schema, run, otherwise }: CsvHandlerDeps): Handler {
  return async (request, response, url) => {
    const api = schema();
    if (!api || !wantsCsv(request, url)) return otherwise(request, response, url);
    response.setHeader("vary", "Accept, Accept-Encoding");
    const { table, variables } = await readCsvRequest(api, request, url);
    const answers = answersOf(run, table, variables, { mostNodes });
    try {
      const first = await answers.next();
      if (first.done) return;
      await send(request, response, { table, first: first.value, rest: answers });
    } catch (error) {
      if (error instanceof AnswerError && !response.headersSent) sendAnswerErrors(response, error.answer.errors);
      else if ((error as NodeJS.ErrnoException).code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
    }
  };
}

/** @throws GraphError BAD_REQUEST for a format that there is not */
function wantsCsv(request: IncomingMessage, url: URL): boolean {
  const format = url.searchParams.get("format");
  if (format !== null && format !== "csv" && format !== "json") {
    throw new GraphError("BAD_REQUEST", `format is json or csv, not ${JSON.stringify(format)}.`);
  }
  if (format !== null) return format === "csv";
  const types = ["application/graphql-response+json", "application/json", "text/html", "text/csv"];
  return new Negotiator(request).mediaTypes(types)[0] === "text/csv";
}

interface Sent {
  readonly table: TabularQuery;
  readonly first: GraphAnswer;
  readonly rest: AsyncGenerator<GraphAnswer>;
}

async function send(request: IncomingMessage, response: ServerResponse, { table, first, rest }: Sent): Promise<void> {
  const { plan, paged } = table;
  // The units of a list that is not at hand as a whole cannot stand in its header: they have a column of their own.
  const whole = paged ? undefined : toTable(plan, first.data);
  const header = whole?.header ?? headerOf(plan.columns, []);
  const links = licenceLinks(toCitations(first.provenance)).join(", ");
  response.setHeader("content-type", "text/csv; charset=utf-8; header=present");
  response.setHeader("content-disposition", 'inline; filename="aryk.csv"');
  response.setHeader("cache-control", first.cacheControl ?? "no-store");
  if (links) response.setHeader("link", links);
  const encoding = preferredEncoding(request);
  if (encoding !== "identity") response.setHeader("content-encoding", encoding);
  if (request.method === "HEAD") {
    response.end();
    return;
  }

  async function* rows(): AsyncGenerator<Row> {
    yield* rowsOf(plan, first.data);
    for await (const { data } of rest) yield* rowsOf(plan, data);
  }

  async function* text(): AsyncGenerator<string> {
    if (/\btext\/html\b/.test(request.headers.accept ?? "")) yield byteOrderMark;
    yield* toCsv(header, whole?.rows ?? rows());
  }

  const body = Readable.from(text());
  if (encoding === "gzip") await pipeline(body, createGzip(), response);
  else if (encoding === "br") {
    // A stream is compressed while it is made: the middle of the scale costs little more than gzip.
    await pipeline(body, createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }), response);
  } else await pipeline(body, response);
}
