import { createLoader } from "../kit/source/loader.ts";
import type { Source } from "../kit/source/source.ts";
import type { Atlas, Figure } from "./atlas.ts";
import type { LevelRecord } from "./records.ts";
import { type PartKey, partKey } from "./sources/atlas-parts.ts";
import { type ShippedTables, seriesKey } from "./sources/shipped-tables.ts";

export interface LoaderDeps extends ShippedTables {
  /** Read once per process, by whoever asks first. */
  readonly atlas: () => Promise<Atlas>;
  readonly parts: Source<PartKey, Figure>;
  /** Levels of lakes as they are measured today, beside those shipped: another publisher above another datum. */
  readonly monitoredLevels: Source<string, readonly LevelRecord[]>;
}

/** The loaders of one request. */
export function createLoaders({ atlas, parts, monitoredLevels, ...tables }: LoaderDeps) {
  const { areas, levels, balances, discharge, series } = tables;
  const asItIs = (key: string) => key;
  return {
    atlas,
    areas: createLoader(areas, asItIs),
    levels: createLoader(levels, asItIs),
    monitoredLevels: createLoader(monitoredLevels, asItIs),
    balances: createLoader(balances, asItIs),
    discharge: createLoader(discharge, asItIs),
    parts: createLoader(parts, partKey),
    series: createLoader(series, seriesKey),
  };
}

export interface Context {
  readonly loaders: ReturnType<typeof createLoaders>;
}
