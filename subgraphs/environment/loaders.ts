import { createLoader } from "../kit/source/loader.ts";
import type { Source } from "../kit/source/source.ts";
import type { Atlas, Figure } from "./atlas.ts";
import type { LevelRecord } from "./records.ts";
import { type PartKey, partKey } from "./sources/atlas-parts.ts";
import type { HazardKey } from "./sources/gdacs.ts";
import type { ReservoirArea } from "./sources/gww.ts";
import type { AirStations } from "./sources/open-air-stations.ts";
import type { PlacedQuake } from "./sources/open-earthquakes.ts";
import type { HazardSources } from "./sources/open-hazards.ts";
import type { Place } from "./sources/open-meteo.ts";
import type { ModelSources } from "./sources/open-models.ts";
import { type ShippedTables, seriesKey } from "./sources/shipped-tables.ts";
import type { QuakeKey } from "./sources/usgs.ts";

/** What publishers are asked for while the graph runs. */
export interface LiveSources extends HazardSources, ModelSources {
  /** Levels of lakes as they are measured today, beside those shipped: another publisher above another datum. */
  readonly monitoredLevels: Source<string, readonly LevelRecord[]>;
  /** Area of the water behind a dam, month by month, by id of the dam. */
  readonly waterAreas: Source<string, readonly ReservoirArea[]>;
  readonly earthquakes: Source<QuakeKey, readonly PlacedQuake[]>;
  readonly airStations: AirStations;
}

export interface LoaderDeps extends ShippedTables, LiveSources {
  /** Read once per process, by whoever asks first. */
  readonly atlas: () => Promise<Atlas>;
  readonly parts: Source<PartKey, Figure>;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

const asItIs = (key: string) => key;
const hazardKey = ({ country, from, to }: HazardKey) => `${country}|${from}|${to}`;
const placeKey = ({ latitude, longitude }: Place) => `${latitude}|${longitude}`;

/** The loaders of one request. */
export function createLoaders({ atlas, parts, clock, ...sources }: LoaderDeps) {
  return {
    atlas,
    /** The calendar day in UTC. */
    today: () => new Date(clock()).toISOString().slice(0, 10),
    areas: createLoader(sources.areas, asItIs),
    levels: createLoader(sources.levels, asItIs),
    monitoredLevels: createLoader(sources.monitoredLevels, asItIs),
    storage: createLoader(sources.storage, asItIs),
    waterAreas: createLoader(sources.waterAreas, asItIs),
    balances: createLoader(sources.balances, asItIs),
    discharge: createLoader(sources.discharge, asItIs),
    modelledDischarge: createLoader(sources.modelledDischarge, placeKey),
    parts: createLoader(parts, partKey),
    series: createLoader(sources.series, seriesKey),
    airStations: createLoader(sources.airStations, asItIs),
    modelledAir: createLoader(sources.modelledAir, placeKey),
    climate: createLoader(sources.climate, ({ from, to, ...place }) => `${placeKey(place)}|${from}|${to}`),
    earthquakes: createLoader(sources.earthquakes, ({ from, to, minMagnitude }) => `${from}|${to}|${minMagnitude}`),
    hazards: createLoader(sources.hazards, hazardKey),
    glides: createLoader(sources.glides, hazardKey),
  };
}

export type Loaders = ReturnType<typeof createLoaders>;

export interface Context {
  readonly loaders: Loaders;
}
