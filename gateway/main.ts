import { parseArgs } from "node:util";
import { pino } from "pino";
import { startAdmin } from "./admin.ts";
import { loadConfig } from "./config.ts";
import { openDeps } from "./deps.ts";
import { run } from "./process.ts";
import { openPublishing } from "./publishing.ts";
import { startServer } from "./server.ts";
import { openSupergraph } from "./supergraph.ts";

run(async () => {
  const { values } = parseArgs({ options: { "gateway-only": { type: "boolean", default: false } } });
  const config = loadConfig(process.env, { gatewayOnly: values["gateway-only"] });
  const log = pino({ level: config.logLevel }, pino.destination(2));
  const deps = openDeps(config, log);
  const { gateway, createContext } = await openSupergraph(config, deps, log);
  const server = await startServer(config, {
    graph: { gateway },
    createContext,
    log,
    ...(await openPublishing({ log, clock: Date.now })),
  });
  const admin = await startAdmin(config, deps);
  return {
    announcement: `Aryk answers at ${server.url}/graphql`,
    async close() {
      await Promise.all([server.close(), admin?.close()]);
      await deps.close();
    },
  };
});
