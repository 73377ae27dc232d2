import { GraphQLError } from "graphql";
import type { Data, SubgraphError } from "../../data-sources/data-source.ts";
import type { AnswerKeys } from "../steps/merge.ts";
import { type ConcretePath, ownValue } from "../steps/place.ts";
import { toClientPaths } from "./client-paths.ts";
import { landingOf } from "./landing.ts";
import type { AnswerPath, Report } from "./project.ts";
import type { ObjectShape } from "./shape.ts";

/** Beyond this many errors an answer repeats itself. */
const mostErrors = 1000;

/** Gathers the errors of one answer, each at the places where the client sees its effect. */
export interface Failures {
  readonly errors: readonly GraphQLError[];
  /** An error that a subgraph gave for what stands at a path of the data. */
  addAt(subgraph: string, path: ConcretePath, error: SubgraphError): void;
  /** What a call was to give to the object at a path is not there. */
  addMissing(
    subgraph: string,
    path: ConcretePath,
    target: Data | undefined,
    keys: AnswerKeys,
    error: SubgraphError,
  ): void;
  /** A fault in the data, unless an error from a subgraph already explains it. */
  readonly report: Report;
}

export function createFailures(shape: ObjectShape, data: Data): Failures {
  const errors: GraphQLError[] = [];
  const seen = new Set<string>();
  const landings = new Map<GraphQLError, AnswerPath>();

  function add(subgraph: string, path: AnswerPath, error: SubgraphError): void {
    const identity = JSON.stringify([path, error.message]);
    if (errors.length >= mostErrors || seen.has(identity)) return;
    seen.add(identity);
    errors.push(toError(subgraph, path, error));
  }

  /** An error above or below a place says why it is empty; so does one that empties the same place or one around it. */
  function isExplained(path: AnswerPath): boolean {
    const emptied = landingOf(shape, data, path);
    return errors.some((known) => {
      const own = known.path ?? [];
      return isStartOf(own, path) || isStartOf(path, own) || isStartOf(landing(known), emptied);
    });
  }

  function landing(known: GraphQLError): AnswerPath {
    const found = landings.get(known) ?? landingOf(shape, data, known.path ?? []);
    landings.set(known, found);
    return found;
  }

  function addAt(subgraph: string, path: ConcretePath, error: SubgraphError): void {
    for (const own of toClientPaths(shape, data, path)) add(subgraph, own, error);
  }

  return {
    errors,
    addAt,
    addMissing(subgraph, path, target, keys, error) {
      const missing = [...keys.keys()]
        .filter((key) => key !== "__typename" && (!target || ownValue(target, key) === undefined))
        .flatMap((key) => toClientPaths(shape, data, [...path, key]));
      const depth = path.length;
      const own = missing.filter((candidate) => candidate.length > depth);
      for (const candidate of own.length > 0 ? own : missing.slice(0, 1)) add(subgraph, candidate, error);
    },
    report(path, code, message) {
      if (errors.length >= mostErrors || isExplained(path)) return;
      errors.push(new GraphQLError(message, { path, extensions: { code } }));
    },
  };
}

function isStartOf(path: AnswerPath, other: AnswerPath): boolean {
  return path.length <= other.length && path.every((step, index) => step === other[index]);
}

function toError(subgraph: string, path: AnswerPath, error: SubgraphError): GraphQLError {
  return new GraphQLError(error.message || "The service gave an error without a message.", {
    path,
    extensions: { code: "DOWNSTREAM_SERVICE_ERROR", ...error.extensions, serviceName: subgraph },
    originalError: error instanceof Error ? error : undefined,
  });
}
