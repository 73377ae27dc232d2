import { createLoader } from "../kit/source/loader.ts";
import type { Source } from "../kit/source/source.ts";
import type { Atlas, Figure } from "./atlas.ts";
import { type PartKey, partKey } from "./sources/atlas-parts.ts";
import { type ShippedTables, seriesKey } from "./sources/shipped-tables.ts";

export interface LoaderDeps extends ShippedTables {
  /** Read once per process, by whoever asks first. */
  readonly atlas: () => Promise<Atlas>;
  readonly parts: Source<PartKey, Figure>;
}

/** The loaders of one request. */
export function createLoaders({ atlas, parts, areas, levels, balances, discharge, series }: LoaderDeps) {
  const asItIs = (key: string) => key;
  return {
    atlas,
    areas: createLoader(areas, asItIs),
    levels: createLoader(levels, asItIs),
    balances: createLoader(balances, asItIs),
    discharge: createLoader(discharge, asItIs),
    parts: createLoader(parts, partKey),
    series: createLoader(series, seriesKey),
  };
}

export interface Context {
  readonly loaders: ReturnType<typeof createLoaders>;
}
