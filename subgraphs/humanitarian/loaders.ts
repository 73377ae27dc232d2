import { createLoader } from "../kit/source/loader.ts";
import type { Source } from "../kit/source/source.ts";
import type { Areas } from "./areas.ts";
import type { Catalogue } from "./catalogue.ts";
import type { DumpRecord, FlowRecord } from "./records/flow.ts";
import type { OrganizationRecord } from "./records/reference.ts";
import type { ReportRecord } from "./records/report.ts";
import type { LiveFlowsSource } from "./sources/open-live-flows.ts";
import type { ShippedConditions } from "./sources/shipped-conditions.ts";
import type { PlaceAndYear, ShippedFunding } from "./sources/shipped-tables.ts";

export interface LoaderDeps {
  /** Read once per process, by whoever asks first. */
  readonly catalogue: () => Promise<Catalogue>;
  readonly areas: () => Promise<Areas>;
  readonly funding: ShippedFunding;
  readonly conditions: ShippedConditions;
  readonly flows: Source<DumpRecord, readonly FlowRecord[]>;
  readonly liveFlows: LiveFlowsSource;
  /** The newest reports by alpha-3 code of the country. */
  readonly reports: Source<string, readonly ReportRecord[]>;
}

/** The loaders of one request. */
export function createLoaders({ catalogue, areas, funding, conditions, flows, liveFlows, reports }: LoaderDeps) {
  const asItIs = (code: string) => code;
  const placeAndYear = ({ country, year }: PlaceAndYear) => `${country}|${year}`;
  const today = createLoader(liveFlows, placeAndYear);
  /** Organisations that the flows of today name and no shipped flow does. */
  const newcomers = new Map<string, OrganizationRecord>();
  return {
    async catalogue(): Promise<Catalogue> {
      const shipped = await catalogue();
      if (newcomers.size === 0) return shipped;
      return { ...shipped, organizations: new Map([...newcomers, ...shipped.organizations]) };
    },
    areas,
    fundingByYear: createLoader(funding.byYear, placeAndYear),
    fundingByAppeal: createLoader(funding.byAppeal, asItIs),
    appealClusters: createLoader(funding.clusters, asItIs),
    flows: createLoader(flows, ({ key }) => key),
    liveFlows: {
      async load(key: PlaceAndYear) {
        const reading = await today.load(key);
        for (const each of reading?.data?.organizations ?? []) newcomers.set(each.id, each);
        return reading;
      },
    },
    reports: createLoader(reports, asItIs),
    commodities: conditions.commodities,
    needs: createLoader(conditions.needs, ({ area, year }) => `${area}|${year}`),
    foodSecurity: createLoader(conditions.foodSecurity, asItIs),
    foodPrices: createLoader(conditions.foodPrices, asItIs),
    exchangeRates: createLoader(conditions.exchangeRates, asItIs),
    unhcr: createLoader(conditions.unhcr, placeAndYear),
    idmc: createLoader(conditions.idmc, placeAndYear),
    risk: createLoader(conditions.risk, asItIs),
  };
}

export interface Context {
  readonly loaders: ReturnType<typeof createLoaders>;
}
