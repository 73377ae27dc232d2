import { parseArgs } from "node:util";
import { pino } from "pino";
import { loadConfig } from "./config.ts";
import { openDeps } from "./deps.ts";
import { run } from "./process.ts";
import { startServer } from "./server.ts";
import { openSupergraph } from "./supergraph.ts";

run(async () => {
  const { values } = parseArgs({ options: { "gateway-only": { type: "boolean", default: false } } });
  const config = loadConfig(process.env, { gatewayOnly: values["gateway-only"] });
  const log = pino({ level: config.logLevel }, pino.destination(2));
  const { gateway, createContext } = await openSupergraph(config, openDeps(), log);
  const server = await startServer(config, { graph: { gateway }, createContext, log });
  return { ...server, announcement: `Aryk answers at ${server.url}/graphql` };
});
