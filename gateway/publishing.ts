import type { ApolloServer, ApolloServerPlugin } from "@apollo/server";
import type { GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import { createCachingPlugin } from "./caching/plugin.ts";
import { createChangesHandler } from "./changes/handler.ts";
import { createCitationsPlugin } from "./citations/plugin.ts";
import type { RequestContext } from "./context.ts";
import type { Handler } from "./http/server.ts";
import { createPublished } from "./published/handler.ts";
import { createIndexHandler } from "./published/index-handler.ts";
import { loadOperationFiles } from "./published/operations.ts";
import { createRunOperation } from "./run-operation.ts";
import { createCsvHandler } from "./tabular/csv-handler.ts";

/** What stands over a graph: more paths, and other forms of its answers. */
export interface GraphExtension {
  /** Takes the API schema of the graph, now and whenever it changes. */
  load(schema: GraphQLSchema): void;
  /** @param graphql answers /graphql */
  routes(graphql: Handler): Readonly<Record<string, Handler>>;
}

export interface Publishing {
  readonly plugins: readonly ApolloServerPlugin<RequestContext>[];
  extend(apollo: ApolloServer<RequestContext>, createContext: () => RequestContext): GraphExtension;
}

export interface PublishingDeps {
  readonly log: Logger;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** The published queries, CSV of any query, citations, and what caches are told. */
export async function openPublishing({ log, clock }: PublishingDeps): Promise<Publishing> {
  const files = await loadOperationFiles();
  return {
    plugins: [createCitationsPlugin(), createCachingPlugin((context) => context.caching())],
    extend(apollo, createContext) {
      let schema: GraphQLSchema | undefined;
      const run = createRunOperation(apollo, createContext);
      const published = createPublished({ files, run, clock, log });
      return {
        load(loaded) {
          schema = loaded;
          published.load(loaded);
        },
        routes: (graphql) => ({
          "/graphql": createCsvHandler({ schema: () => schema, run, otherwise: graphql }),
          "/q": createIndexHandler(() => published.operations.values()),
          "/q/": published.handler,
          "/changes.atom": createChangesHandler({ answered: published.answered, clock }),
        }),
      };
    },
  };
}
