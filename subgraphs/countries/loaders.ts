import { createLoader, createMomentaryLoader } from "../kit/source/loader.ts";
import { missingOf } from "../kit/source/missing.ts";
import type { Reading, Source } from "../kit/source/source.ts";
import type { Catalogue } from "./catalogue.ts";
import type { CatalogueIndicator, CoverageRecord, Observation, SeriesKey } from "./records.ts";
import type { SeriesReading } from "./series.ts";
import type { SourceStatusRecord } from "./source-status.ts";

export interface LoaderDeps {
  /** Read once per process, by whoever asks first. */
  readonly catalogue: () => Promise<Catalogue>;
  readonly series: Source<SeriesKey, readonly Observation[]>;
  /** What holds a release each. */
  readonly releases: readonly Source<SeriesKey, readonly Observation[]>[];
  readonly coverage: Source<CatalogueIndicator, readonly CoverageRecord[]>;
  readonly statuses: () => Promise<readonly SourceStatusRecord[]>;
}

/** The loaders of one request. */
export function createLoaders({ catalogue, series, releases, coverage, statuses }: LoaderDeps) {
  const keyOf = ({ indicator, country }: SeriesKey) => `${indicator.id}|${country}`;
  const figures = createLoader(series, keyOf);
  const held = releases.map((source) => (source === series ? figures : createLoader(source, keyOf)));
  return {
    catalogue,
    series: { load: (key: SeriesKey): Promise<SeriesReading> => figures.load(key).catch(missingOf) },
    /** The same for what would be wrong without one of them, and so fails with it. */
    everySeries: { load: (key: SeriesKey): Promise<SeriesReading> => figures.load(key) },
    /** Every release at hand, the oldest first. */
    releases: {
      load: async (key: SeriesKey): Promise<Reading<readonly Observation[]>[]> =>
        distinct(await Promise.all(held.map((release) => release.load(key)))),
    },
    coverage: createLoader(coverage, ({ id }) => id),
    statuses: createMomentaryLoader(statuses),
  };
}

/** A publisher that names no release is known by the time of asking. */
function distinct<T>(readings: readonly (Reading<T> | undefined)[]): Reading<T>[] {
  const byRelease = new Map<string, Reading<T>>();
  for (const reading of readings) {
    if (reading) byRelease.set(reading.vintage ?? reading.retrievedAt, reading);
  }
  return [...byRelease.values()].sort((a, b) => (a.retrievedAt < b.retrievedAt ? -1 : 1));
}

export interface Context {
  readonly loaders: ReturnType<typeof createLoaders>;
}
