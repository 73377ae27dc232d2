import type { Caching } from "../caching/caching.ts";
import type { RequestContext } from "../context.ts";

/** JSON objects as a subgraph gave them. */
export type Data = Record<string, unknown>;

export function isObject(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What is asked of one subgraph again and again, the variables apart. */
export interface SubgraphOperation {
  readonly kind: "query" | "mutation";
  readonly query: string;
  readonly name: string | undefined;
}

/** Objects that a subgraph is asked to say more about. */
export interface Representations {
  /** Name of the variable that holds them. */
  readonly variable: string;
  /** Each as JSON text, no two equal. */
  readonly texts: readonly string[];
}

export interface SubgraphRequest {
  readonly operation: SubgraphOperation;
  /** The client's variables that the operation uses. */
  readonly variables: Data;
  readonly representations: readonly Representations[];
  readonly caller: Caller;
}

/** On whose behalf a subgraph is asked. */
export interface Caller {
  readonly context: RequestContext;
  /** The client's header of this name in lower case. */
  header(name: string): string | undefined;
}

export interface SubgraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Data | undefined;
}

export interface SubgraphAnswer {
  readonly data?: Data | null | undefined;
  readonly errors?: readonly SubgraphError[] | undefined;
  readonly extensions?: unknown;
  /** What caches are told of it; undefined when it says nothing. */
  readonly caching?: Caching | undefined;
}

/** One subgraph, wherever it runs. */
export interface DataSource {
  /** @throws GraphError SUBGRAPH_UNAVAILABLE, SUBGRAPH_TIMEOUT or SUBGRAPH_MALFORMED when there is no GraphQL answer */
  execute(request: SubgraphRequest): Promise<SubgraphAnswer>;
}

/** All variables of a request as one JSON object. */
export function toVariablesText({ variables, representations }: SubgraphRequest): string {
  const members: string[] = [];
  for (const { variable, texts } of representations) members.push(`"${variable}":[${texts.join(",")}]`);
  for (const name of Object.keys(variables)) members.push(`"${name}":${JSON.stringify(variables[name])}`);
  return `{${members.join(",")}}`;
}
