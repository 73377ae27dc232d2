import {
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
} from "graphql";
import { readingsOf } from "../source/loader.ts";
import type { Source } from "./values.ts";

/** One release of one source that fed an answer: what a subgraph reports in `extensions.provenance`. */
export interface ProvenanceTrace {
  /** Id in the source register. */
  readonly source: string;
  readonly vintage: string | null;
  /** When it was taken from the publisher, ISO 8601. */
  readonly retrievedAt: string;
}

interface WithProvenance {
  readonly provenance?: { readonly source: Pick<Source, "id">; readonly vintage: string | null; retrievedAt: string };
}

const seenBy = new WeakMap<object, Set<NonNullable<WithProvenance["provenance"]>>>();

/**
 * Makes a schema remember, per request context, the provenance of every object that a field gave, asked for or not.
 * A citation must name a source also when the client selected only the number.
 */
export function traceProvenance(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      const given = getNamedType(field.type);
      if (!isObjectType(given) || getNamedType(given.getFields()["provenance"]?.type)?.name !== "Provenance") continue;
      field.resolve = traced(field.resolve ?? defaultFieldResolver);
    }
  }
}

/**
 * What fed the answers of a request so far, each source and vintage once with its newest retrieval: the provenance
 * of what its fields gave, and of what its loaders gave for fields whose types carry none.
 */
export function provenanceOf(context: object): ProvenanceTrace[] {
  const found = new Map<string, ProvenanceTrace>();
  const add = (trace: ProvenanceTrace) => {
    const key = `${trace.source}|${trace.vintage}`;
    const before = found.get(key);
    if (!before || before.retrievedAt < trace.retrievedAt) found.set(key, trace);
  };
  for (const { source, vintage, retrievedAt } of seenBy.get(context) ?? []) {
    add({ source: source.id, vintage, retrievedAt });
  }
  for (const { source, vintage, retrievedAt } of readingsOf(context)) add({ source, vintage, retrievedAt });
  return [...found.values()].sort((a, b) => (`${a.source}|${a.vintage}` < `${b.source}|${b.vintage}` ? -1 : 1));
}

function traced(resolve: GraphQLFieldResolver<unknown, object>): GraphQLFieldResolver<unknown, object> {
  return (parent, args, context, info) => {
    const given = resolve(parent, args, context, info);
    if (isPromise(given)) return given.then((value) => remember(context, value));
    return remember(context, given);
  };
}

function remember(context: object, given: unknown): unknown {
  if (Array.isArray(given)) for (const item of given) remember(context, item);
  else if (isObject(given) && isObject((given as WithProvenance).provenance)) {
    const seen = seenBy.get(context) ?? new Set();
    seenBy.set(context, seen);
    seen.add((given as Required<WithProvenance>).provenance);
  }
  return given;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isPromise(value: unknown): value is Promise<unknown> {
  return isObject(value) && typeof (value as Promise<unknown>).then === "function";
}
