import type { Probe } from "../../kit/source/probe.ts";
import { createFtsFlows } from "./fts-flows.ts";
import { createFtsPlans } from "./fts-plans.ts";
import { createHapiPresence, createHapiRisk } from "./hapi.ts";
import { createIpcAnalyses } from "./ipc-analyses.ts";
import { createReliefReports } from "./relief-reports.ts";
import { createUnhcr } from "./unhcr.ts";
import { createWfpPrices } from "./wfp-prices.ts";

const anywhere = { provinceOf: () => "AF", districtOf: () => undefined };
const noCodes = { appeal: () => undefined, cluster: () => undefined };

export const probes: readonly Probe[] = [
  {
    id: "FTS",
    async ask(deps, signal) {
      const codes = async () => noCodes;
      // One plan of 2024 is for one of the six, and Turkmenistan has a handful of flows a year.
      await createFtsPlans({ ...deps, codes }).fetch([2024], signal);
      return createFtsFlows({ ...deps, codes }).fetch([{ country: "TKM", year: 2020 }], signal);
    },
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
      const places = async () => anywhere;
      await createIpcAnalyses({ ...deps, places, regions: async () => new Map() }).fetch(["AFG"], signal);
      return createWfpPrices({ ...deps, places }).fetch(["AFG"], signal);
    },
  },
  {
    id: "UNHCR",
    ask: (deps, signal) => createUnhcr(deps).fetch([{ country: "TKM", side: "origin", year: 2024 }], signal),
  },
  { id: "RELIEFWEB", ask: (deps, signal) => createReliefReports(deps).fetch(["TKM"], signal) },
];
