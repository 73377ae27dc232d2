import { federate } from "../kit/graphql/federate.ts";
import { lazily } from "../kit/lazily.ts";
import { openSnapshot } from "../kit/snapshot/read.ts";
import type { Subgraph } from "../kit/subgraph.ts";
import { loadAreas } from "./areas.ts";
import { loadCatalogue } from "./catalogue.ts";
import { type Context, createLoaders } from "./loaders.ts";
import { references } from "./references.ts";
import { AppealResolver } from "./resolvers/appeal.ts";
import { CountryResolver } from "./resolvers/country.ts";
import { FundingFlowResolver } from "./resolvers/flow.ts";
import { FlowQueryResolver } from "./resolvers/flow-queries.ts";
import { FundingResolver } from "./resolvers/funding.ts";
import { ClusterResolver, OrganizationResolver } from "./resolvers/organization.ts";
import { ProvinceResolver } from "./resolvers/province.ts";
import { createShippedFlows } from "./sources/shipped-flows.ts";
import { createShippedFunding } from "./sources/shipped-tables.ts";
import { Appeal, Cluster, Country, Organization, Province } from "./types/entities.ts";

/** Humanitarian money, appeals, organisations, clusters and provinces. */
export const humanitarian: Subgraph = {
  name: "humanitarian",
  buildSchema: () =>
    federate({
      resolvers: [
        CountryResolver,
        AppealResolver,
        FundingResolver,
        FlowQueryResolver,
        FundingFlowResolver,
        OrganizationResolver,
        ClusterResolver,
        ProvinceResolver,
      ],
      entities: [Country, Appeal, Organization, Cluster, Province],
      references,
    }),
  open() {
    const snapshot = openSnapshot("humanitarian");
    const catalogue = lazily(() => loadCatalogue(snapshot));
    const areas = lazily(() => loadAreas(snapshot));
    const funding = createShippedFunding(snapshot);
    const flows = createShippedFlows(snapshot);
    return (): Context => ({ loaders: createLoaders({ catalogue, areas, funding, flows }) });
  },
};
