import {
  ApolloServer,
  type ApolloServerOptionsWithGateway,
  type ApolloServerOptionsWithSchema,
  type BaseContext,
} from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { printSchema } from "graphql";
import type { Logger } from "pino";
import type { Config } from "./config.ts";
import { createFormatError } from "./errors.ts";
import { createGraphqlHandler } from "./http/graphql.ts";
import { type Handler, type HttpServer, listen } from "./http/server.ts";

export interface ServerParts<C extends BaseContext> {
  readonly graph: Pick<ApolloServerOptionsWithGateway<C>, "gateway"> | Pick<ApolloServerOptionsWithSchema<C>, "schema">;
  readonly createContext: () => C;
  readonly log: Logger;
}

/** Serves a graph: /graphql, /schema.graphql and /healthz. */
export async function startServer<C extends BaseContext>(
  { host, port }: Config,
  parts: ServerParts<C>,
): Promise<HttpServer> {
  const { graph, createContext, log } = parts;
  let sdl = "";
  const apollo = new ApolloServer<C>({
    ...graph,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: log,
    formatError: createFormatError(log),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      {
        async serverWillStart() {
          return {
            schemaDidLoadOrUpdate({ apiSchema }) {
              sdl = printSchema(apiSchema);
            },
          };
        },
      },
    ],
  });
  await apollo.start();
  const http = await listen({
    host,
    port,
    log,
    routes: {
      "/graphql": createGraphqlHandler(apollo, createContext),
      "/schema.graphql": text("text/plain; charset=utf-8", () => sdl),
      "/healthz": text("application/json; charset=utf-8", () => '{"status":"ok"}\n'),
    },
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
