import { pino } from "pino";
import { loadConfig } from "../../gateway/config.ts";
import { openDeps } from "../../gateway/deps.ts";
import { startSubgraphServer } from "../../gateway/subgraph-server.ts";
import type { Subgraph } from "../../subgraphs/kit/subgraph.ts";
import { roster } from "../../subgraphs/roster.ts";

export interface TestSubgraph {
  /** Its GraphQL endpoint. */
  readonly url: string;
  close(): Promise<void>;
}

/** One subgraph alone over HTTP, on a free port, from its shipped tables. */
export async function startSubgraph(name: string): Promise<TestSubgraph> {
  const subgraph = roster.find((candidate) => candidate.name === name);
  if (!subgraph) throw new Error(`No subgraph ${name}`);
  return serveSubgraph(subgraph);
}

/** A subgraph, of the roster or not, alone over HTTP on a free port. */
export async function serveSubgraph(subgraph: Subgraph): Promise<TestSubgraph> {
  const config = loadConfig({ PORT: "0", SOURCES: "snapshot" });
  const log = pino({ level: "silent" });
  const deps = openDeps(config, log);
  const server = await startSubgraphServer(subgraph, config, deps, log);
  return {
    url: `${server.url}/graphql`,
    async close() {
      await server.close();
      await deps.close();
    },
  };
}
