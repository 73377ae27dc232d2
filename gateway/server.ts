import {
  ApolloServer,
  type ApolloServerOptionsWithGateway,
  type ApolloServerOptionsWithSchema,
  type ApolloServerPlugin,
  type BaseContext,
} from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import { printSchema } from "graphql";
import type { Logger } from "pino";
import type { Config } from "./config.ts";
import { createFormatError } from "./errors.ts";
import { createGraphqlHandler } from "./http/graphql.ts";
import { builtPages, createPages } from "./http/pages.ts";
import { type Handler, type HttpServer, listen } from "./http/server.ts";
import type { GraphExtension } from "./publishing.ts";

export interface ServerParts<C extends BaseContext> {
  readonly graph: Pick<ApolloServerOptionsWithGateway<C>, "gateway"> | Pick<ApolloServerOptionsWithSchema<C>, "schema">;
  readonly createContext: () => C;
  readonly plugins?: readonly ApolloServerPlugin<C>[];
  readonly extend?: (apollo: ApolloServer<C>, createContext: () => C) => GraphExtension;
  readonly log: Logger;
}

/** Serves a graph: /graphql, /schema.graphql, /healthz and the pages. */
export async function startServer<C extends BaseContext>(
  { host, port }: Config,
  parts: ServerParts<C>,
): Promise<HttpServer> {
  const { graph, createContext, plugins = [], extend, log } = parts;
  let sdl = "";
  let extension: GraphExtension | undefined;
  const apollo = new ApolloServer<C>({
    ...graph,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: log,
    formatError: createFormatError(log),
    plugins: [
      ...plugins,
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      {
        async serverWillStart() {
          return {
            schemaDidLoadOrUpdate({ apiSchema }) {
              sdl = printSchema(apiSchema);
              extension?.load(apiSchema);
            },
          };
        },
      },
    ],
  });
  extension = extend?.(apollo, createContext);
  await apollo.start();
  const graphql = createGraphqlHandler(apollo, createContext);
  const asked = { "/graphql": graphql, ...extension?.routes(graphql) };
  const pages = createPages(builtPages);
  const http = await listen({
    host,
    port,
    log,
    routes: {
      ...asked,
      // Where Apollo's router and servers take operations: their clients can move here as they are.
      "/": (request, response, url) => (request.method === "POST" ? asked["/graphql"] : pages)(request, response, url),
      "/schema.graphql": text("text/plain; charset=utf-8", () => sdl),
      "/healthz": text("application/json; charset=utf-8", () => '{"status":"ok"}\n'),
    },
    otherwise: pages,
  });
  return {
    url: http.url,
    async close() {
      await http.close();
      await apollo.stop();
    },
  };
}

function text(type: string, body: () => string): Handler {
  return (_request, response) => {
    response.setHeader("content-type", type);
    response.end(body());
  };
}
