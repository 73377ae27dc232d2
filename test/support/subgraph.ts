import { pino } from "pino";
import { loadConfig } from "../../gateway/config.ts";
import { openDeps } from "../../gateway/deps.ts";
import { startSubgraphServer } from "../../gateway/subgraph-server.ts";
import type { Subgraph } from "../../subgraphs/kit/subgraph.ts";
import { roster } from "../../subgraphs/roster.ts";
import type { GatewayOptions } from "./gateway.ts";

export interface TestSubgraph {
  /** Its GraphQL endpoint. */
  readonly url: string;
  close(): Promise<void>;
}

/** One subgraph alone over HTTP, on a free port. @param env settings beside the port; unless told, no upstream is asked */
export async function startSubgraph(
  name: string,
  env: Record<string, string> = {},
  options: GatewayOptions = {},
): Promise<TestSubgraph> {
  const subgraph = roster.find((candidate) => candidate.name === name);
  if (!subgraph) throw new Error(`No subgraph ${name}`);
  return serveSubgraph(subgraph, env, options);
}

/** A subgraph, of the roster or not, alone over HTTP on a free port. */
export async function serveSubgraph(
  subgraph: Subgraph,
  env: Record<string, string> = {},
  { clock = Date.now }: GatewayOptions = {},
): Promise<TestSubgraph> {
  const config = loadConfig({ PORT: "0", SOURCES: "snapshot", ...env });
  const log = pino({ level: "silent" });
  const deps = openDeps(config, log);
  const server = await startSubgraphServer(subgraph, config, { ...deps, clock }, log);
  return {
    url: `${server.url}/graphql`,
    async close() {
      await server.close();
      await deps.close();
    },
  };
}
