import { pino } from "pino";
import { roster } from "../subgraphs/roster.ts";
import { startAdmin } from "./admin.ts";
import { ConfigError, loadConfig } from "./config.ts";
import { openDeps } from "./deps.ts";
import { run } from "./process.ts";
import { startSubgraphServer } from "./subgraph-server.ts";

/** `npm run start:subgraph -- <name>`: one subgraph over HTTP. */
run(async () => {
  const name = process.argv[2];
  const subgraph = roster.find((candidate) => candidate.name === name);
  if (!subgraph)
    throw new ConfigError(`Which subgraph? One of ${roster.map((candidate) => candidate.name).join(", ")}`);
  const config = loadConfig(process.env);
  const log = pino({ level: config.logLevel }, pino.destination(2));
  const deps = openDeps(config, log);
  const server = await startSubgraphServer(subgraph, config, deps, log);
  const admin = await startAdmin(config, deps);
  return {
    announcement: `${subgraph.name} answers at ${server.url}/graphql`,
    async close() {
      await Promise.all([server.close(), admin?.close()]);
      await deps.close();
    },
  };
});
