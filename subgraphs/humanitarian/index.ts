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
import { CountryConditionsResolver, CountryPeopleResolver } from "./resolvers/country-conditions.ts";
import { AppealEarlierFundingResolver, CountryEarlierFundingResolver } from "./resolvers/earlier-funding.ts";
import { FundingFlowResolver } from "./resolvers/flow.ts";
import { FlowQueryResolver } from "./resolvers/flow-queries.ts";
import { FundingResolver } from "./resolvers/funding.ts";
import { ClusterResolver, OrganizationResolver } from "./resolvers/organization.ts";
import { CountryPresenceResolver, ProvincePresenceResolver } from "./resolvers/presence.ts";
import { ProvinceResolver } from "./resolvers/province.ts";
import { ProvinceConditionsResolver } from "./resolvers/province-conditions.ts";
import { ReliefReportResolver } from "./resolvers/relief-report.ts";
import { openHapi } from "./sources/open-hapi.ts";
import { openHdx } from "./sources/open-hdx.ts";
import { openLiveFlows } from "./sources/open-live-flows.ts";
import { openLivePlans } from "./sources/open-live-plans.ts";
import { openReliefWeb } from "./sources/open-relief-web.ts";
import { openUnhcr } from "./sources/open-unhcr.ts";
import { probes } from "./sources/probes.ts";
import { createShippedConditions } from "./sources/shipped-conditions.ts";
import { createShippedFlows } from "./sources/shipped-flows.ts";
import { createShippedFunding } from "./sources/shipped-funding.ts";
import { Appeal, Cluster, Country, Organization, Province } from "./types/entities.ts";

/** Humanitarian money and appeals, and how people live: needs, food, displacement and risk, by place code. */
export const humanitarian: Subgraph = {
  name: "humanitarian",
  probes,
  buildSchema: () =>
    federate({
      resolvers: [
        CountryResolver,
        CountryConditionsResolver,
        CountryPeopleResolver,
        AppealResolver,
        FundingResolver,
        CountryEarlierFundingResolver,
        AppealEarlierFundingResolver,
        FlowQueryResolver,
        FundingFlowResolver,
        OrganizationResolver,
        ClusterResolver,
        ProvinceResolver,
        ProvinceConditionsResolver,
        CountryPresenceResolver,
        ProvincePresenceResolver,
        ReliefReportResolver,
      ],
      entities: [Country, Appeal, Organization, Cluster, Province],
      references,
    }),
  open(deps) {
    const snapshot = openSnapshot("humanitarian");
    const catalogue = lazily(() => loadCatalogue(snapshot));
    const areas = lazily(() => loadAreas(snapshot));
    const funding = createShippedFunding(snapshot);
    const shipped = createShippedConditions(snapshot);
    const conditions = {
      ...shipped,
      ...openHdx({ ...deps, areas, shipped }),
      unhcr: openUnhcr({ ...deps, shipped: shipped.unhcr }),
    };
    const flows = createShippedFlows(snapshot);
    const liveFlows = openLiveFlows({ ...deps, catalogue });
    const livePlans = openLivePlans({ ...deps, catalogue, takenAt: snapshot.info("appeals").retrievedAt });
    const hapi = openHapi({ ...deps, areas });
    const reliefWeb = openReliefWeb(deps);
    return (): Context => ({
      loaders: createLoaders({ catalogue, areas, funding, conditions, hapi, flows, liveFlows, livePlans, reliefWeb }),
    });
  },
};
