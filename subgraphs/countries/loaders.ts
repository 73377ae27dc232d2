import { createLoader } from "../kit/source/loader.ts";
import { missingOf } from "../kit/source/missing.ts";
import type { Source } from "../kit/source/source.ts";
import type { Catalogue } from "./catalogue.ts";
import type { CatalogueIndicator, CoverageRecord, Observation, SeriesKey } from "./records.ts";
import type { SeriesReading } from "./series.ts";
import type { SourceStatusRecord } from "./source-status.ts";

export interface LoaderDeps {
  /** Read once per process, by whoever asks first. */
  readonly catalogue: () => Promise<Catalogue>;
  readonly series: Source<SeriesKey, readonly Observation[]>;
  readonly coverage: Source<CatalogueIndicator, readonly CoverageRecord[]>;
  readonly statuses: () => Promise<readonly SourceStatusRecord[]>;
}

/** The loaders of one request. */
export function createLoaders({ catalogue, series, coverage, statuses }: LoaderDeps) {
  const figures = createLoader(series, ({ indicator, country }) => `${indicator.id}|${country}`);
  return {
    catalogue,
    series: { load: (key: SeriesKey): Promise<SeriesReading> => figures.load(key).catch(missingOf) },
    coverage: createLoader(coverage, ({ id }) => id),
    statuses,
  };
}

export interface Context {
  readonly loaders: ReturnType<typeof createLoaders>;
}
