import { createMemoryCounters } from "../subgraphs/kit/cache/memory-counters.ts";
import { createMemoryStore } from "../subgraphs/kit/cache/memory-store.ts";
import { openUpstreams } from "../subgraphs/kit/source/open-upstreams.ts";
import { roster } from "../subgraphs/roster.ts";
import { loadConfig } from "./config.ts";
import { run } from "./process.ts";
import { checkSource, isOffline, printChecks } from "./source-checks.ts";

const memoryBytes = 64 * 1024 * 1024;

/** `npm run sources`: asks every upstream once and says how it stands. Exit code 1 when one changed or none was reached. */
run(async () => {
  const { sourceSettings: settings } = loadConfig(process.env);
  const clock = Date.now;
  const store = createMemoryStore({ maxBytes: memoryBytes, clock });
  const upstreams = openUpstreams({ settings, store, counters: createMemoryCounters(clock), clock });
  const probes = roster.flatMap((subgraph) => subgraph.probes);
  const checks = await Promise.all(probes.map((probe) => checkSource(probe, upstreams, clock)));
  upstreams.close();
  const offline = isOffline(checks);
  if (offline || checks.some(({ verdict }) => verdict === "shape changed")) process.exitCode = 1;
  const last = offline ? "\nNo upstream was reached: this machine seems to have no network." : "";
  return { announcement: printChecks(checks) + last, close: async () => {} };
});
