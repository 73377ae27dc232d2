import { createLoader } from "../kit/source/loader.ts";
import type { Source } from "../kit/source/source.ts";
import type { Areas } from "./areas.ts";
import type { Catalogue } from "./catalogue.ts";
import type { DumpRecord, FlowRecord } from "./records/flow.ts";
import type { ShippedFunding } from "./sources/shipped-tables.ts";

export interface LoaderDeps {
  /** Read once per process, by whoever asks first. */
  readonly catalogue: () => Promise<Catalogue>;
  readonly areas: () => Promise<Areas>;
  readonly funding: ShippedFunding;
  readonly flows: Source<DumpRecord, readonly FlowRecord[]>;
}

/** The loaders of one request. */
export function createLoaders({ catalogue, areas, funding, flows }: LoaderDeps) {
  return {
    catalogue,
    areas,
    fundingByYear: createLoader(funding.byYear, ({ country, year }) => `${country}|${year}`),
    fundingByAppeal: createLoader(funding.byAppeal, (code) => code),
    appealClusters: createLoader(funding.clusters, (code) => code),
    flows: createLoader(flows, ({ key }) => key),
  };
}

export interface Context {
  readonly loaders: ReturnType<typeof createLoaders>;
}
