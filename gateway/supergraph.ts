import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Logger } from "pino";
import { projectRoot } from "../subgraphs/kit/project-root.ts";
import type { SubgraphDeps } from "../subgraphs/kit/subgraph.ts";
import { roster } from "../subgraphs/roster.ts";
import { type Config, ConfigError } from "./config.ts";
import { createRequestContext, type RequestContext } from "./context.ts";
import type { DataSource } from "./data-sources/data-source.ts";
import { createInProcessDataSource } from "./data-sources/in-process.ts";
import { createRemoteSubgraphs } from "./data-sources/remote.ts";
import {
  createExecutingGateway,
  type ExecutingGateway,
  type ExecutingGatewayOptions,
  type GatewayInterface,
} from "./execution/gateway.ts";
import { watchSupergraph } from "./supergraph-file.ts";

export interface Supergraph {
  readonly gateway: GatewayInterface;
  /** The context of one request. */
  createContext(): RequestContext;
}

/**
 * The composed graph: its subgraphs in this process by name, or behind the URL that the settings give. No subgraph is
 * asked at the start, so that one that cannot be reached costs its own fields only.
 *
 * @throws ConfigError for a supergraph that cannot be served
 */
export async function openSupergraph(config: Config, deps: SubgraphDeps, log: Logger): Promise<Supergraph> {
  // @apollo/gateway reports to its maker from its constructor unless it is told not to before.
  process.env["APOLLO_TELEMETRY_DISABLED"] = "true";
  const local = config.inProcess ? roster.filter(({ name }) => !config.subgraphUrls.has(name)) : [];
  const makers = new Map(local.map((subgraph) => [subgraph.name, subgraph.open(deps)]));
  const inProcess = new Map<string, DataSource>();
  for (const subgraph of local) {
    inProcess.set(subgraph.name, createInProcessDataSource(subgraph.name, await subgraph.buildSchema()));
  }
  const remote = createRemoteSubgraphs(config.subgraphCalls, log);
  const file = config.supergraphFile ?? join(projectRoot, "schema", "supergraph.graphql");
  const gateway = await openGateway(file, {
    sourceOf: (name, url) => inProcess.get(name) ?? remote.at(name, config.subgraphUrls.get(name.toLowerCase()) ?? url),
    log,
  });
  const watch = config.supergraphFile === undefined ? undefined : watchSupergraph(file, gateway.replace, log);
  return {
    gateway: {
      ...gateway,
      async stop() {
        watch?.close();
        await gateway.stop();
        await remote.close();
      },
    },
    createContext: () => createRequestContext(makers),
  };
}

async function openGateway(file: string, options: Omit<ExecutingGatewayOptions, "sdl">): Promise<ExecutingGateway> {
  try {
    return createExecutingGateway({ sdl: await readFile(file, "utf8"), ...options });
  } catch (error) {
    throw new ConfigError(`SUPERGRAPH: ${file} cannot be served. ${(error as Error).message}`);
  }
}
