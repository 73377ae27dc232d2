import { federate } from "../kit/graphql/federate.ts";
import type { ProvenanceRecord } from "../kit/graphql/values.ts";
import { lazily } from "../kit/lazily.ts";
import { openSnapshot, type Snapshot } from "../kit/snapshot/read.ts";
import type { Subgraph } from "../kit/subgraph.ts";
import { loadCatalogue } from "./catalogue.ts";
import { type Context, createLoaders } from "./loaders.ts";
import { references } from "./references.ts";
import { CommodityResolver } from "./resolvers/commodity.ts";
import { CountryResolver } from "./resolvers/country.ts";
import { CoverageResolver } from "./resolvers/coverage.ts";
import { TradeFlowResolver } from "./resolvers/flows.ts";
import { MirrorResolver } from "./resolvers/mirror.ts";
import { TradePartnerResolver } from "./resolvers/partner.ts";
import { openComtrade } from "./sources/open-comtrade.ts";
import { openImf } from "./sources/open-imf.ts";
import { probes } from "./sources/probes.ts";
import { createShippedFlows } from "./sources/shipped-flows.ts";
import { Commodity } from "./types/commodity.ts";
import { Country } from "./types/partner.ts";

/** Trade of the region with all partners: who reports what, and what the other side says. */
export const trade: Subgraph = {
  name: "trade",
  probes,
  buildSchema: () =>
    federate({
      resolvers: [
        TradeFlowResolver,
        MirrorResolver,
        CountryResolver,
        TradePartnerResolver,
        CommodityResolver,
        CoverageResolver,
      ],
      entities: [Country, Commodity],
      references,
    }),
  open(deps) {
    const snapshot = openSnapshot("trade");
    const catalogue = lazily(() => loadCatalogue(snapshot));
    const flows = {
      IMF: openImf({ ...deps, shipped: createShippedFlows(snapshot), catalogue }),
      COMTRADE: openComtrade(deps),
    };
    const provenance = provenanceOf(snapshot, "IMF", "imf-exports");
    return (): Context => ({ loaders: createLoaders({ catalogue, flows, provenance }) });
  },
};

function provenanceOf(snapshot: Snapshot, source: string, table: string): ProvenanceRecord {
  const { retrievedAt, vintage } = snapshot.info(table);
  return { source, freshness: "SNAPSHOT", retrievedAt, vintage };
}
