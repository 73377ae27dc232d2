import { isInRegion } from "../../kit/countries.ts";
import { groupBy } from "../../kit/group-by.ts";
import { lazily } from "../../kit/lazily.ts";
import { type Row, text } from "../../kit/snapshot/cells.ts";
import type { Groups } from "../../kit/snapshot/groups.ts";
import type { Snapshot } from "../../kit/snapshot/read.ts";
import type { Reading, Source } from "../../kit/source/source.ts";
import {
  type CatalogueIndicator,
  type CoverageRecord,
  isOf,
  type Observation,
  type SeriesKey,
  toObservation,
} from "../records.ts";

export interface ShippedObservations {
  readonly series: Source<SeriesKey, readonly Observation[]>;
  readonly coverage: Source<CatalogueIndicator, readonly CoverageRecord[]>;
}

type ByCountry = ReadonlyMap<string, readonly Observation[]>;

/** The observation tables of the snapshot: each is read when a key first needs it, and kept. */
export function createShippedObservations(snapshot: Snapshot, id: string): ShippedObservations {
  const tables = new Map<string, () => Promise<Groups<ByCountry>>>();

  async function figuresOf({ id: indicator, table }: CatalogueIndicator): Promise<ByCountry | undefined> {
    if (table === null) return undefined;
    const load = tables.get(table) ?? lazily(() => snapshot.readGroups(table, toByCountry));
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
          const isWhole = isOf(key.indicator, key.country) && isInRegion(key.country);
          const observations = byCountry?.get(key.country) ?? (byCountry && isWhole ? [] : undefined);
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

function toByCountry(rows: readonly Row[]): ByCountry {
  const byCountry = groupBy(rows, (row) => text(row, "country"));
  return new Map([...byCountry].map(([country, ofCountry]) => [country, ofCountry.map(toObservation)]));
}

function toCoverage([country, observations]: [string, readonly Observation[]]): CoverageRecord {
  const years = observations.filter(({ value }) => value !== null).map(({ year }) => year);
  return { country, count: years.length, first: years[0] ?? null, last: years.at(-1) ?? null };
}
