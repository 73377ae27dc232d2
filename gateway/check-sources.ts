import { createMemoryCounters } from "../subgraphs/kit/cache/memory-counters.ts";
import { createMemoryStore } from "../subgraphs/kit/cache/memory-store.ts";
import { openUpstreams } from "../subgraphs/kit/source/open-upstreams.ts";
import { roster } from "../subgraphs/roster.ts";
import { loadConfig } from "./config.ts";
import { run } from "./process.ts";
import { checkSource, printChecks, sumUp } from "./source-checks.ts";

const memoryBytes = 64 * 1024 * 1024;

/** `npm run sources`: asks every upstream once and says how it stands. Exit code 1 when one changed or none answered. */
run(async () => {
  const { sourceSettings: settings } = loadConfig(process.env);
  const clock = Date.now;
  const store = createMemoryStore({ maxBytes: memoryBytes, clock });
  const upstreams = openUpstreams({ settings, store, counters: createMemoryCounters(clock), clock });
  const probes = roster.flatMap((subgraph) => subgraph.probes);
  const checks = await Promise.all(probes.map((probe) => checkSource(probe, upstreams, clock)));
  upstreams.close();
  const last = sumUp(checks);
  if (last !== "" || checks.some(({ verdict }) => verdict === "shape changed")) process.exitCode = 1;
  return { announcement: [printChecks(checks), last].join("\n").trimEnd(), close: async () => {} };
});
