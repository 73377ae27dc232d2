import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ApolloGateway, type GraphQLDataSource } from "@apollo/gateway";
import type { Logger } from "pino";
import { projectRoot } from "../subgraphs/kit/project-root.ts";
import type { SubgraphDeps } from "../subgraphs/kit/subgraph.ts";
import { roster } from "../subgraphs/roster.ts";
import type { Config } from "./config.ts";
import { createRequestContext, type RequestContext } from "./context.ts";
import { createHttpDataSource } from "./data-sources/http.ts";
import { createInProcessDataSource } from "./data-sources/in-process.ts";

export interface Supergraph {
  readonly gateway: ApolloGateway;
  /** The context of one request. */
  createContext(): RequestContext;
}

/** The composed graph: its subgraphs in this process by name, or behind the URL that the settings give. */
export async function openSupergraph(config: Config, deps: SubgraphDeps, log: Logger): Promise<Supergraph> {
  // @apollo/gateway reports to its maker from its constructor unless it is told not to before.
  process.env["APOLLO_TELEMETRY_DISABLED"] = "true";
  const local = config.inProcess ? roster.filter(({ name }) => !config.subgraphUrls.has(name)) : [];
  const makers = new Map(local.map((subgraph) => [subgraph.name, subgraph.open(deps)]));
  const dataSources = new Map<string, GraphQLDataSource<RequestContext>>();
  for (const subgraph of local) {
    dataSources.set(subgraph.name, createInProcessDataSource(subgraph.name, await subgraph.buildSchema()));
  }

  const gateway = new ApolloGateway({
    supergraphSdl: await readFile(config.supergraphFile ?? join(projectRoot, "schema", "supergraph.graphql"), "utf8"),
    buildService: ({ name, url }) =>
      dataSources.get(name) ?? createHttpDataSource(name, config.subgraphUrls.get(name.toLowerCase()) ?? url ?? ""),
    logger: {
      debug: (message) => log.debug(message),
      info: (message) => log.debug(message),
      warn: (message) => log.warn(message),
      error: (message) => log.error(message),
    },
  });
  return { gateway, createContext: () => createRequestContext(makers) };
}
