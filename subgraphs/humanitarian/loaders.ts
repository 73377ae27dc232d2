import { createLoader } from "../kit/source/loader.ts";
import type { Source } from "../kit/source/source.ts";
import { withPlans } from "./appeals-of-today.ts";
import type { Areas } from "./areas.ts";
import type { Catalogue } from "./catalogue.ts";
import type { DumpRecord, FlowRecord } from "./records/flow.ts";
import type { OrganizationRecord } from "./records/reference.ts";
import { areaAndYearKey, type PlaceAndYear, placeAndYearKey } from "./sources/keys.ts";
import type { HapiSources } from "./sources/open-hapi.ts";
import type { LiveFlowsSource } from "./sources/open-live-flows.ts";
import type { LivePlans } from "./sources/open-live-plans.ts";
import type { ReliefWebSources } from "./sources/open-relief-web.ts";
import type { ShippedConditions } from "./sources/shipped-conditions.ts";
import type { ShippedFunding } from "./sources/shipped-funding.ts";

export interface LoaderDeps {
  /** Read once per process, by whoever asks first. */
  readonly catalogue: () => Promise<Catalogue>;
  readonly areas: () => Promise<Areas>;
  readonly funding: ShippedFunding;
  readonly conditions: ShippedConditions;
  readonly hapi: HapiSources;
  readonly flows: Source<DumpRecord, readonly FlowRecord[]>;
  readonly liveFlows: LiveFlowsSource;
  readonly livePlans: LivePlans;
  readonly reliefWeb: ReliefWebSources;
}

/** The loaders of one request. */
export function createLoaders(deps: LoaderDeps) {
  const { catalogue, areas, funding, conditions, hapi, flows, liveFlows, livePlans, reliefWeb } = deps;
  const asItIs = (code: string) => code;
  const today = createLoader(liveFlows, placeAndYearKey);
  const plans = createLoader(livePlans.plans, String);
  /** Organisations that the flows of today name and no shipped flow does. */
  const newcomers = new Map<string, OrganizationRecord>();
  return {
    async catalogue(): Promise<Catalogue> {
      const shipped = await catalogue();
      if (newcomers.size === 0) return shipped;
      return { ...shipped, organizations: new Map([...newcomers, ...shipped.organizations]) };
    },
    /** The appeals as they stand today: those of one year or of every year that the service is asked for. */
    async appealsOfToday(year?: number): Promise<Catalogue["appeals"]> {
      const { appeals } = await catalogue();
      const years = livePlans.years().filter((each) => year === undefined || each === year);
      const readings = await Promise.all(years.map((each) => plans.load(each)));
      return withPlans(
        appeals,
        readings.filter((each) => each !== undefined),
      );
    },
    plans: {
      /** Undefined for a year that the service is not asked for. */
      load: async (year: number) => (livePlans.years().includes(year) ? plans.load(year) : undefined),
    },
    areas,
    fundingByYear: createLoader(funding.byYear, placeAndYearKey),
    fundingByAppeal: createLoader(funding.byAppeal, asItIs),
    appealClusters: createLoader(funding.clusters, asItIs),
    earlierByYear: createLoader(funding.earlierByYear, placeAndYearKey),
    earlierByAppeal: createLoader(funding.earlierByAppeal, asItIs),
    flows: createLoader(flows, ({ key }) => key),
    liveFlows: {
      async load(key: PlaceAndYear) {
        const reading = await today.load(key);
        for (const each of reading?.data?.organizations ?? []) newcomers.set(each.id, each);
        return reading;
      },
    },
    reports: createLoader(reliefWeb.reports, asItIs),
    disasters: createLoader(reliefWeb.disasters, asItIs),
    commodities: createLoader(conditions.commodities, asItIs),
    needs: createLoader(conditions.needs, areaAndYearKey),
    foodSecurity: createLoader(conditions.foodSecurity, asItIs),
    foodPrices: createLoader(conditions.foodPrices, asItIs),
    exchangeRates: createLoader(conditions.exchangeRates, asItIs),
    unhcr: createLoader(conditions.unhcr, placeAndYearKey),
    idmc: createLoader(conditions.idmc, placeAndYearKey),
    risk: createLoader(conditions.risk, asItIs),
    currentRisk: createLoader(hapi.currentRisk, asItIs),
    presence: createLoader(hapi.presence, asItIs),
  };
}

export interface Context {
  readonly loaders: ReturnType<typeof createLoaders>;
}
