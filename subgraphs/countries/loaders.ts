import { createLoader } from "../kit/source/loader.ts";
import type { Source } from "../kit/source/source.ts";
import type { Catalogue } from "./catalogue.ts";
import type { CatalogueIndicator, CoverageRecord, Observation, SeriesKey } from "./records.ts";

export interface LoaderDeps {
  /** Read once per process, by whoever asks first. */
  readonly catalogue: () => Promise<Catalogue>;
  readonly series: Source<SeriesKey, readonly Observation[]>;
  readonly coverage: Source<CatalogueIndicator, readonly CoverageRecord[]>;
}

/** The loaders of one request. */
export function createLoaders({ catalogue, series, coverage }: LoaderDeps) {
  return {
    catalogue,
    series: createLoader(series, ({ indicator, country }) => `${indicator.id}|${country}`),
    coverage: createLoader(coverage, ({ id }) => id),
  };
}

export interface Context {
  readonly loaders: ReturnType<typeof createLoaders>;
}
