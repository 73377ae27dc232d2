import { createHash } from "node:crypto";
import { type DocumentNode, parse, print } from "graphql";
import { LRUCache } from "lru-cache";
import { createOperation, type Operation, type Plannable } from "./operation.ts";
import { createAccessRule } from "./planning/access.ts";
import { separateChains } from "./planning/chained-requirements.ts";
import { showClientDirectives } from "./planning/client-directives.ts";
import { readFeatures, securingDirectives, withoutRefusedFeatures } from "./planning/features.ts";
import { putResolvableKeysFirst } from "./planning/key-order.ts";
import { createPlanner } from "./planning/planner.ts";
import { nameRequiredArguments } from "./planning/required-arguments.ts";
import { createTypeIndex } from "./planning/type-index.ts";
import { readSchemaNames } from "./selection/key-names.ts";

const mostOperations = 2000;

/** A supergraph ready to execute operations, with those that it has compiled. */
export interface ExecutableGraph extends Plannable {
  /** Tells supergraphs apart. */
  readonly hash: string;
  /** What @apollo/gateway is given of it. */
  readonly loadableSdl: string;
  /** By the name of each subgraph the URL that the supergraph gives it. */
  readonly urls: ReadonlyMap<string, string>;
  /** @param queryHash tells documents apart */
  operation(queryHash: string, document: DocumentNode, operationName: string | undefined): Operation;
  /** The operations that were asked last, the latest first. */
  recent(): readonly RecentOperation[];
}

export interface RecentOperation {
  readonly queryHash: string;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly operation: Operation;
}

export function hashSupergraph(sdl: string): string {
  return createHash("sha256").update(sdl).digest("hex");
}

/** @throws UnsupportedFeatureError or GraphQLError for a supergraph that cannot be served */
export function createExecutableGraph(sdl: string): ExecutableGraph {
  const hash = hashSupergraph(sdl);
  const parsed = parse(sdl, { noLocation: true });
  const supergraph = showClientDirectives(parsed);
  const features = readFeatures(supergraph);
  const loadable = withoutRefusedFeatures(supergraph, features);
  const required = separateChains(nameRequiredArguments(supergraph));
  const planner = createPlanner(putResolvableKeysFirst(required.supergraph), required.homes);
  const operations = new LRUCache<string, RecentOperation>({ max: mostOperations });

  const graph: ExecutableGraph = {
    hash,
    // The comment makes two supergraphs differ for @apollo/gateway too that differ only in what it is not given.
    loadableSdl: `# ${hash}\n${loadable === parsed ? sdl : print(loadable)}`,
    schema: planner.schema,
    names: readSchemaNames(planner.schema),
    types: createTypeIndex(supergraph),
    planner,
    required,
    urls: planner.urls,
    isDenied: createAccessRule(supergraph, securingDirectives(features)),
    operation(queryHash, document, operationName) {
      const key = operationName === undefined ? queryHash : `${queryHash} ${operationName}`;
      const known = operations.get(key);
      if (known) return known.operation;
      const operation = createOperation(graph, document, operationName);
      operations.set(key, { queryHash, document, operationName, operation });
      return operation;
    },
    recent: () => [...operations.values()],
  };
  return graph;
}
