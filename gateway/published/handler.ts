import type { IncomingMessage, ServerResponse } from "node:http";
import type { GraphQLSchema } from "graphql";
import Negotiator from "negotiator";
import type { Logger } from "pino";
import { GraphError } from "../../subgraphs/kit/errors.ts";
import { suggest } from "../../subgraphs/kit/suggest.ts";
import type { AnsweredQuery } from "../changes/changes.ts";
import { sendAnswerErrors } from "../http/answer-errors.ts";
import { requireReading } from "../http/methods.ts";
import { sendRepresentation } from "../http/representation.ts";
import type { Handler } from "../http/server.ts";
import type { RunOperation } from "../run-operation.ts";
import { AnswerError } from "../tabular/query.ts";
import { createPublishedAnswers } from "./answers.ts";
import { sizes } from "./drawing/style.ts";
import { type Format, type FormOptions, formats, formOf, mediaTypes } from "./forms.ts";
import { compileOperation, type OperationFile, type PublishedOperation } from "./operations.ts";
import { languageVariable, parseVariables } from "./variables.ts";
import type { PageLanguage } from "./words.ts";

export interface PublishedDeps {
  readonly files: readonly OperationFile[];
  readonly run: RunOperation;
  readonly clock: () => number;
  readonly log: Logger;
}

export interface Published {
  /** Takes the schema that the queries run on from now. */
  load(schema: GraphQLSchema): void;
  readonly operations: ReadonlyMap<string, PublishedOperation>;
  /** What the feed of changes reads; what cannot be answered now is left out. */
  answered(): Promise<AnsweredQuery[]>;
  /** Answers /q/<name> and /q/<name>.json, .csv, .svg */
  readonly handler: Handler;
}

/** The published queries of this graph. A query that the schema of the moment has not all fields for is not published. */
export function createPublished({ files, run, clock, log }: PublishedDeps): Published {
  let operations: ReadonlyMap<string, PublishedOperation> = new Map();
  let answers = createPublishedAnswers({ run, clock });

  async function answerOf(operation: PublishedOperation, search: string): Promise<AnsweredQuery[]> {
    try {
      const variables = parseVariables(operation.schema, operation.operation, new URLSearchParams(search));
      return [{ operation, search, answer: (await answers.get(operation, variables)).value }];
    } catch (error) {
      log.info({ err: error, query: operation.name }, "A published query has no answer");
      return [];
    }
  }

  return {
    get operations() {
      return operations;
    },
    load(schema) {
      const compiled: [string, PublishedOperation][] = [];
      const unfit = new Map<string, unknown>();
      for (const file of files) {
        try {
          compiled.push([file.name, compileOperation(schema, file)]);
        } catch (error) {
          unfit.set(file.name, error);
        }
      }
      const [first] = unfit.values();
      if (unfit.size > 0) log.warn({ err: first, queries: [...unfit.keys()] }, "The graph cannot answer these queries");
      operations = new Map(compiled);
      answers = createPublishedAnswers({ run, clock });
    },
    async answered() {
      const asked = [...operations.values()].flatMap((operation) =>
        (operation.header.change?.searches ?? [""]).map((search) => answerOf(operation, search)),
      );
      return (await Promise.all(asked)).flat();
    },
    async handler(request, response, url) {
      requireReading(request, response);
      const { name, format: asked } = parsePath(url.pathname);
      const operation = requireOperation(operations, name);
      const format = asked ?? negotiate(request, response);
      const { language, size, cite, parameters } = parseOptions(url.searchParams, format);
      const variables = parseVariables(operation.schema, operation.operation, parameters);
      const hasLanguage = operation.operation.variableDefinitions?.some(
        ({ variable }) => variable.name.value === languageVariable,
      );
      const withLanguage = hasLanguage ? { ...variables, [languageVariable]: language.toUpperCase() } : variables;
      const withByteOrderMark = format === "csv" && isBrowser(request);
      if (format === "csv") vary(response, "Accept");
      vary(response, "Accept-Encoding");
      try {
        const { value, ageMs } = await answers.get(operation, withLanguage);
        const form = await formOf(operation, value, { format, language, size, cite, withByteOrderMark });
        const { maxAgeSeconds } = operation.header;
        response.setHeader("age", Math.floor(ageMs / 1000));
        response.setHeader(
          "cache-control",
          `public, max-age=${maxAgeSeconds}, stale-while-revalidate=${maxAgeSeconds}, stale-if-error=86400`,
        );
        await sendRepresentation(request, response, form);
      } catch (error) {
        if (!(error instanceof AnswerError)) throw error;
        sendAnswerErrors(response, error.answer.errors);
      }
    },
  };
}

function parsePath(path: string): { name: string; format: Format | undefined } {
  const [, name = "", extension] = /^\/q\/(.*?)(?:\.(json|csv|svg))?$/.exec(path) ?? [];
  return { name, format: extension as Format | undefined };
}

/** @throws GraphError UNKNOWN_QUERY */
function requireOperation(operations: ReadonlyMap<string, PublishedOperation>, name: string): PublishedOperation {
  const found = operations.get(name);
  if (found) return found;
  const suggestions = suggest(name, operations.keys());
  const nearest = suggestions.length > 0 ? ` Did you mean ${suggestions.join(" or ")}?` : "";
  throw new GraphError("UNKNOWN_QUERY", `No published query ${JSON.stringify(name)}.${nearest} /q lists them all.`, {
    suggestions,
  });
}

/** @throws GraphError NOT_ACCEPTABLE */
function negotiate(request: IncomingMessage, response: ServerResponse): Format {
  vary(response, "Accept");
  const types = formats.map((format) => mediaTypes[format]);
  const [best] = new Negotiator(request).mediaTypes(types);
  // A browser's own list ends with "anything".
  const format = formats.find((candidate) => mediaTypes[candidate] === best);
  if (format) return format;
  throw new GraphError("NOT_ACCEPTABLE", `This query answers with ${types.join(", ")}. Accept one of them.`);
}

interface Options extends Pick<FormOptions, "language" | "size" | "cite"> {
  /** What is left for the variables. */
  readonly parameters: URLSearchParams;
}

/** @throws GraphError BAD_USER_INPUT */
function parseOptions(given: URLSearchParams, format: Format): Options {
  const parameters = new URLSearchParams(given);
  const language = parameters.get("lang") ?? "en";
  const size = sizes.find((each) => each === (parameters.get("size") ?? "wide"));
  const cite = parameters.get("cite") ?? undefined;
  if (language !== "en" && language !== "ru")
    throw new GraphError("BAD_USER_INPUT", `lang is en or ru, not "${language}".`);
  if (!size || (parameters.has("size") && format !== "svg"))
    throw new GraphError("BAD_USER_INPUT", "size is wide or narrow, and is for .svg.");
  if (cite !== undefined && (format !== "json" || (cite !== "text" && cite !== "bibtex"))) {
    throw new GraphError("BAD_USER_INPUT", "cite is text or bibtex, and is for .json.");
  }
  parameters.delete("lang");
  parameters.delete("cite");
  parameters.delete("size");
  return { language: language satisfies PageLanguage, size, cite, parameters };
}

/** Only a person's browser asks for a page. */
function isBrowser({ headers }: IncomingMessage): boolean {
  return /\btext\/html\b/.test(headers.accept ?? "");
}

function vary(response: ServerResponse, header: string): void {
  const before = response.getHeader("vary");
  response.setHeader("vary", before ? `${before}, ${header}` : header);
}
