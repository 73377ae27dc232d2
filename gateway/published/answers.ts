import { getNamedType } from "graphql";
import type { ProvenanceTrace } from "../../subgraphs/kit/graphql/trace-provenance.ts";
import { type Citation, toCitations } from "../citations/citation.ts";
import type { Representation } from "../http/representation.ts";
import type { GraphAnswer, RunOperation } from "../run-operation.ts";
import { answersOf } from "../tabular/query.ts";
import type { Selected } from "../tabular/selection.ts";
import { type Table, toTable } from "../tabular/table.ts";
import { createKept, type Fresh } from "./kept.ts";
import type { PublishedOperation } from "./operations.ts";

/** The answer of a published query for one set of variables, with the forms it was sent in so far. */
export interface PublishedAnswer {
  readonly data: unknown;
  readonly table: Table;
  readonly provenance: readonly ProvenanceTrace[];
  readonly citations: readonly Citation[];
  readonly forms: Map<string, Promise<Representation>>;
}

export interface AnswersDeps {
  readonly run: RunOperation;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

export interface PublishedAnswers {
  /** @throws AnswerError or GraphError when there is no whole answer, neither new nor kept */
  get(operation: PublishedOperation, variables: Readonly<Record<string, unknown>>): Promise<Fresh<PublishedAnswer>>;
}

const mostBytes = 64 * 1024 * 1024;
/** A published answer is kept whole: longer lists are for /graphql, which streams them. */
const mostNodes = 20_000;
/** Cells of a table and their forms, roughly. */
const bytesPerCell = 100;

/** The answers of published queries, each executed once per freshness period however many poll it. */
export function createPublishedAnswers({ run, clock }: AnswersDeps): PublishedAnswers {
  const kept = createKept<PublishedAnswer>({
    clock,
    mostBytes,
    bytesOf: ({ table }) => 1000 + table.rows.length * table.columns.length * bytesPerCell,
  });

  async function make(
    operation: PublishedOperation,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<PublishedAnswer> {
    const { table, selection } = operation;
    const pages: GraphAnswer[] = [];
    for await (const page of answersOf(run, table, variables, { mostNodes })) pages.push(page);
    const answer = joinPages(
      table.paged?.path ?? [],
      pages.map((page) => page.data),
    );
    const data = withKeptFreshness(selection, answer);
    const provenance = pages.flatMap((page) => page.provenance);
    return {
      data: asSelected(selection, data),
      table: toTable(table.plan, data),
      provenance,
      citations: toCitations(provenance),
      forms: new Map(),
    };
  }

  return {
    get: (operation, variables) =>
      kept.get(`${operation.name} ${JSON.stringify(variables)}`, operation.header.maxAgeSeconds * 1000, () =>
        make(operation, variables),
      ),
  };
}

/** One answer from its pages: the connection at the path holds the items of all. */
function joinPages(path: readonly string[], [first, ...others]: readonly unknown[]): unknown {
  const [key, ...rest] = path;
  if (others.length === 0 || !isObject(first)) return first;
  const below = [first, ...others].map((page) => (isObject(page) && key !== undefined ? page[key] : undefined));
  if (key !== undefined) return { ...first, [key]: joinPages(rest, below) };
  return Object.fromEntries(
    Object.entries(first).map(([name, value]) => [
      name,
      Array.isArray(value) ? [first, ...others].flatMap((page) => (isObject(page) ? page[name] : [])) : value,
    ]),
  );
}

/** A figure fetched for this answer is a kept one for all who poll it. */
function withKeptFreshness(selection: readonly Selected[], value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => withKeptFreshness(selection, item));
  if (!isObject(value)) return value;
  const kept = selection.map(({ key, type, children }) => {
    if (children.length > 0) return [key, withKeptFreshness(children, value[key])];
    return [key, value[key] === "LIVE" && getNamedType(type).name === "Freshness" ? "CACHED" : value[key]];
  });
  return { ...value, ...Object.fromEntries(kept) };
}

/** What was asked for, without what the table added. */
function asSelected(selection: readonly Selected[], value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => asSelected(selection, item));
  if (!isObject(value)) return value;
  return Object.fromEntries(selection.map(({ key, children }) => [key, asSelected(children, value[key])]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
