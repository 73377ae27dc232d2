import type { FetchDataRewrite } from "@apollo/query-planner";
import type { SubgraphOperation } from "../../data-sources/data-source.ts";
import type { ContextArgument } from "./contexts.ts";
import type { AnswerKeys } from "./merge.ts";
import type { Place } from "./place.ts";
import type { Representing } from "./representation.ts";

/** One call to one subgraph. */
export interface Step {
  readonly subgraph: string;
  readonly operation: SubgraphOperation;
  /** Names of the client's variables that it uses. */
  readonly variables: readonly string[];
  /** Positions of the steps it waits for. */
  readonly after: readonly number[];
  /** What the answer's root fields are for: of the root itself, or of objects that the call names. */
  readonly parts: readonly Part[];
}

export type Part = RootPart | EntityPart;

export interface RootPart {
  readonly kind: "root";
  readonly keys: AnswerKeys;
  readonly rewrites: readonly FetchDataRewrite[];
}

export interface EntityPart {
  readonly kind: "entities";
  /** Response key of its `_entities` field. */
  readonly field: string;
  readonly variable: string;
  readonly places: readonly Place[];
  readonly representing: Representing;
  /** Arguments taken from objects around those asked about; a part with any is the only one of its step. */
  readonly contexts: readonly ContextArgument[];
  readonly keys: AnswerKeys;
  readonly rewrites: readonly FetchDataRewrite[];
}
