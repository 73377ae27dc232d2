import { region } from "../../kit/countries.ts";
import { lazily } from "../../kit/lazily.ts";
import type { Snapshot, Table } from "../../kit/snapshot/read.ts";
import type { Reading, Source } from "../../kit/source/source.ts";
import {
  type CatalogueIndicator,
  type CoverageRecord,
  type Observation,
  type SeriesKey,
  toObservation,
} from "../records.ts";

export interface ShippedObservations {
  readonly series: Source<SeriesKey, readonly Observation[]>;
  readonly coverage: Source<CatalogueIndicator, readonly CoverageRecord[]>;
}

type ByCountry = Map<string, Observation[]>;
type ByIndicator = Map<string, ByCountry>;

/** The observation tables of the snapshot: each is read when a key first needs it, and kept. */
export function createShippedObservations(snapshot: Snapshot, id: string): ShippedObservations {
  const tables = new Map<string, () => Promise<ByIndicator>>();

  async function figuresOf({ id: indicator, table }: CatalogueIndicator): Promise<ByCountry | undefined> {
    if (table === null) return undefined;
    const load = tables.get(table) ?? lazily(async () => index(await snapshot.read(table, (row) => row)));
    tables.set(table, load);
    return (await load()).get(indicator);
  }

  function reading<T>(indicator: CatalogueIndicator, data: T): Reading<T> {
    const { retrievedAt, vintage } = snapshot.info(indicator.table ?? "");
    return { data, source: indicator.source, freshness: "SNAPSHOT", retrievedAt, vintage };
  }

  return {
    series: {
      id,
      async fetch(keys) {
        const readings = new Map<SeriesKey, Reading<readonly Observation[]>>();
        for (const key of keys) {
          const byCountry = await figuresOf(key.indicator);
          // The tables are whole for the region: of one of the six without a row the publisher has no figure.
          const observations = byCountry?.get(key.country) ?? (byCountry && isOfRegion(key.country) ? [] : undefined);
          if (observations) readings.set(key, reading(key.indicator, observations));
        }
        return readings;
      },
    },
    coverage: {
      id,
      async fetch(indicators) {
        const readings = new Map<CatalogueIndicator, Reading<readonly CoverageRecord[]>>();
        for (const indicator of indicators) {
          const byCountry = await figuresOf(indicator);
          if (byCountry) readings.set(indicator, reading(indicator, [...byCountry].map(toCoverage)));
        }
        return readings;
      },
    },
  };
}

const isOfRegion = (country: string) => (region as readonly string[]).includes(country);

function index({ rows }: Table<Readonly<Record<string, string>>>): ByIndicator {
  const byIndicator: ByIndicator = new Map();
  for (const row of rows) {
    const { indicator = "", country = "" } = row;
    const byCountry: ByCountry = byIndicator.get(indicator) ?? new Map();
    byIndicator.set(indicator, byCountry);
    const observations = byCountry.get(country) ?? [];
    byCountry.set(country, observations);
    observations.push(toObservation(row));
  }
  return byIndicator;
}

function toCoverage([country, observations]: [string, readonly Observation[]]): CoverageRecord {
  const years = observations.filter(({ value }) => value !== null).map(({ year }) => year);
  return { country, count: years.length, first: years[0] ?? null, last: years.at(-1) ?? null };
}
