import type { Probe } from "../../kit/source/probe.ts";
import type { UpstreamId } from "../../kit/source/upstreams.ts";
import type { CatalogueIndicator, SeriesKey } from "../records.ts";
import { createOpenSdg } from "./open-sdg.ts";
import { createUnSdg } from "./un-sdg.ts";
import { createWorldBank } from "./world-bank.ts";

export const probes: readonly Probe[] = [
  {
    id: "WORLD_BANK",
    ask: (deps, signal) =>
      createWorldBank(deps).fetch([seriesKey("SP.POP.TOTL", "KAZ"), seriesKey("SP.POP.TOTL", "UZB")], signal),
  },
  {
    id: "UN_SDG",
    ask: (deps, signal) =>
      createUnSdg({ ...deps, areaCodes: async () => new Map([["UZB", "860"]]) }).fetch(
        [seriesKey("UNSD:SH_H2O_SAFE", "UZB")],
        signal,
      ),
  },
  ofPlatform("OPEN_SDG_KAZ", "KAZ"),
  ofPlatform("OPEN_SDG_KGZ", "KGZ"),
  ofPlatform("OPEN_SDG_TJK", "TJK"),
];

function ofPlatform(id: UpstreamId, country: string): Probe {
  const key = seriesKey("6.1.1", country);
  const place = { indicator: "6.1.1", page: "6-1-1", series: null, alone: true, note: null };
  const places = async () => new Map([["6.1.1", place]]);
  return { id, ask: (deps, signal) => createOpenSdg({ ...deps, places }).fetch([key], signal) };
}

/** The sources ask for an indicator by its id alone. */
function seriesKey(id: string, country: string): SeriesKey {
  const indicator: CatalogueIndicator = {
    id,
    title: id,
    unit: "",
    source: "",
    sdgIndicators: [],
    related: [],
    vintage: null,
    nature: "REPORTED",
    direction: null,
    table: null,
    country: null,
  };
  return { indicator, country };
}
