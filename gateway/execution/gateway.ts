import { ApolloGateway } from "@apollo/gateway";
import type { ApolloServerOptionsWithGateway, BaseContext } from "@apollo/server";
import type { GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import type { RequestContext } from "../context.ts";
import type { DataSource } from "../data-sources/data-source.ts";
import { createExecutableGraph, type ExecutableGraph, hashSupergraph } from "./executable-graph.ts";
import { executeOperation } from "./executor.ts";
import { warmUp } from "./warm-up.ts";

/** What Apollo Server takes for a gateway. */
export type GatewayInterface = ApolloServerOptionsWithGateway<BaseContext>["gateway"];

type GatewayExecutor = NonNullable<Awaited<ReturnType<GatewayInterface["load"]>>["executor"]>;

export interface ExecutingGatewayOptions {
  /** The supergraph to begin with. */
  readonly sdl: string;
  /** Where a subgraph of the supergraph is asked. */
  readonly sourceOf: (name: string, url: string) => DataSource;
  readonly log: Logger;
}

export interface ExecutingGateway extends GatewayInterface {
  /** Serves another supergraph from now on; one that is the same or cannot be served leaves all as it is. */
  replace(sdl: string): Promise<void>;
}

/**
 * What Apollo Server serves a supergraph by: @apollo/gateway loads it and says what clients see, planning is done by its
 * planner, and execution is this project's own.
 *
 * @throws UnsupportedFeatureError or GraphQLError for a supergraph that cannot be served
 */
export function createExecutingGateway({ sdl, sourceOf, log }: ExecutingGatewayOptions): ExecutingGateway {
  let current = createExecutableGraph(sdl);
  let replacing: Promise<void> = Promise.resolve();
  let update: ((sdl: string) => void) | undefined;
  // A request that began before a change is executed on what it was validated against.
  const served = new WeakMap<GraphQLSchema, Served>();

  const loader = new ApolloGateway({
    supergraphSdl: async (options) => {
      update = options.update;
      return { supergraphSdl: current.loadableSdl };
    },
    buildService: () => ({ process: () => Promise.reject(new Error("Subgraphs are asked by the executor")) }),
    logger: {
      debug: (message) => log.debug(message),
      info: (message) => log.debug(message),
      warn: (message) => log.warn(message),
      error: (message) => log.error(message),
    },
  });

  function serve(graph: ExecutableGraph): Served {
    return { graph, sources: new Map([...graph.urls].map(([name, url]) => [name, sourceOf(name, url)])) };
  }

  async function execute(requestContext: Parameters<GatewayExecutor>[0]) {
    const { request, document, queryHash, schema, context } = requestContext;
    const own = served.get(schema);
    if (!own) throw new Error("A request came with a schema that is not served");
    return executeOperation(own.graph, own.sources, {
      queryHash,
      document,
      schema,
      operationName: request.operationName,
      variables: request.variables,
      caller: {
        context: context as unknown as RequestContext,
        header: (name) => request.http?.headers.get(name) ?? undefined,
      },
    });
  }

  async function change(next: string): Promise<void> {
    if (hashSupergraph(next) === current.hash) return;
    try {
      const graph = createExecutableGraph(next);
      await warmUp(graph, current);
      current = graph;
      update?.(graph.loadableSdl);
      log.info({ hash: graph.hash }, "A new supergraph is served");
    } catch (err) {
      log.error({ err }, "The new supergraph cannot be served; the last one stays");
    }
  }

  return {
    async load(options) {
      await loader.load(options);
      // Apollo's two packages describe a gateway's answer by types that differ in name only.
      return { executor: execute as never };
    },
    onSchemaLoadOrUpdate(callback) {
      return loader.onSchemaLoadOrUpdate((event) => {
        served.set(event.apiSchema, serve(current));
        callback(event);
      });
    },
    stop: () => loader.stop(),
    replace(next) {
      replacing = replacing.then(() => change(next));
      return replacing;
    },
  };
}

interface Served {
  readonly graph: ExecutableGraph;
  readonly sources: ReadonlyMap<string, DataSource>;
}
