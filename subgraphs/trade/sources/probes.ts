import type { Probe } from "../../kit/source/probe.ts";
import { createComtrade } from "./comtrade.ts";
import { createImf } from "./imf.ts";

export const probes: readonly Probe[] = [
  {
    id: "COMTRADE",
    ask: (deps, signal) =>
      createComtrade({ ...deps, areaCodes: async () => new Map([["KGZ", "417"]]) }).fetch(
        [{ reporter: "KGZ", flow: "EXPORT", year: 2022, commodity: "TOTAL" }],
        signal,
      ),
  },
  {
    id: "IMF",
    ask: (deps, signal) =>
      createImf({
        ...deps,
        partners: async () => new Set(["KAZ", "WLD"]),
        natures: async () => new Map(),
      }).fetch([{ reporter: "TKM", flow: "EXPORT" }], signal),
  },
];
