import type { Logger } from "pino";
import { notingReadings } from "../subgraphs/kit/source/loader.ts";
import type { Subgraph, SubgraphDeps } from "../subgraphs/kit/subgraph.ts";
import { cachingOfLoads } from "./caching/own.ts";
import { createCachingPlugin } from "./caching/plugin.ts";
import { createProvenanceReport } from "./citations/report.ts";
import type { Config } from "./config.ts";
import type { HttpServer } from "./http/server.ts";
import { startServer } from "./server.ts";

/** Serves one subgraph alone over HTTP. */
export async function startSubgraphServer(
  subgraph: Subgraph,
  config: Config,
  deps: SubgraphDeps,
  log: Logger,
): Promise<HttpServer> {
  return startServer(config, {
    graph: { schema: await subgraph.buildSchema() },
    createContext: notingReadings(subgraph.open(deps)),
    plugins: [createProvenanceReport(), createCachingPlugin(cachingOfLoads)],
    log,
  });
}
