import type { Probe } from "../../kit/source/probe.ts";
import { createFtsFlows } from "./fts-flows.ts";
import { createHapiPresence, createHapiRisk } from "./hapi.ts";
import { createIpcAnalyses } from "./ipc-analyses.ts";
import { createReliefWeb } from "./relief-web.ts";
import { createUnhcr } from "./unhcr.ts";
import { createWfpPrices } from "./wfp-prices.ts";

const noCodes = { appeal: () => undefined, cluster: () => undefined };

export const probes: readonly Probe[] = [
  {
    id: "FTS",
    // Turkmenistan has a handful of flows a year.
    ask: (deps, signal) =>
      createFtsFlows({ ...deps, codes: async () => noCodes }).fetch([{ country: "TKM", year: 2020 }], signal),
  },
  {
    id: "HAPI",
    async ask(deps, signal) {
      await createHapiRisk(deps).fetch(["AFG"], signal);
      return createHapiPresence(deps).fetch(["AFG"], signal);
    },
  },
  {
    id: "HDX",
    async ask(deps, signal) {
      await createIpcAnalyses(deps).fetch(["AFG"], signal);
      return createWfpPrices(deps).fetch(["TJK"], signal);
    },
  },
  {
    id: "UNHCR",
    ask: (deps, signal) => createUnhcr(deps).fetch([{ country: "TKM", side: "origin", year: 2024 }], signal),
  },
  { id: "RELIEFWEB", ask: (deps, signal) => createReliefWeb(deps).fetch(["TKM"], signal) },
];
