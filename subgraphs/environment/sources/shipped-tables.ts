import { lazily } from "../../kit/lazily.ts";
import type { Row } from "../../kit/snapshot/cells.ts";
import type { Snapshot } from "../../kit/snapshot/read.ts";
import type { Reading, Source } from "../../kit/source/source.ts";
import { groupBy } from "../group-by.ts";
import {
  type AreaRecord,
  type BalanceRecord,
  type DischargeRecord,
  type LevelRecord,
  type Observation,
  type StorageRecord,
  toArea,
  toBalance,
  toDischarge,
  toLevel,
  toObservation,
  toStorage,
} from "../records.ts";

/** One indicator of one country. */
export interface SeriesKey {
  readonly indicator: string;
  readonly country: string;
}

export interface ShippedTables {
  /** By id of the lake. */
  readonly areas: Source<string, readonly AreaRecord[]>;
  readonly levels: Source<string, readonly LevelRecord[]>;
  /** By id of the dam. */
  readonly storage: Source<string, readonly StorageRecord[]>;
  /** By number of the glacier. */
  readonly balances: Source<string, readonly BalanceRecord[]>;
  /** By code of the gauge. */
  readonly discharge: Source<string, readonly DischargeRecord[]>;
  readonly series: Source<SeriesKey, readonly Observation[]>;
}

/** The series of the snapshot: each table is read when a key first needs it, and kept. */
export function createShippedTables(snapshot: Snapshot): ShippedTables {
  const seriesIn = (name: string, source: string) =>
    table({ name, source, keyOf: seriesKeyOfRow, toRecord: toObservation });
  const byPublisher: Readonly<Record<string, Source<string, readonly Observation[]>>> = {
    AQUASTAT: seriesIn("aquastat", "AQUASTAT"),
    JMP: seriesIn("jmp-drinking-water", "JMP"),
    UNSD: seriesIn("unsd", "UN_SDG"),
    CIA: seriesIn("factbook-air", "CIA_FACTBOOK"),
    WORLD_BANK: seriesIn("world-bank-air", "WORLD_BANK"),
  };

  function table<T>({ name, source, keyOf, toRecord }: ShippedTable<T>): Source<string, readonly T[]> {
    const load = lazily(async () => {
      const { rows } = await snapshot.read(name, (row) => ({ key: keyOf(row), record: toRecord(row) }));
      return groupBy(rows, ({ key }) => key);
    });
    return {
      id: source,
      async fetch(keys) {
        const groups = await load();
        const { retrievedAt, vintage } = snapshot.info(name);
        const readings = new Map<string, Reading<readonly T[]>>();
        for (const key of keys) {
          const data = groups.get(key)?.map(({ record }) => record);
          if (data) readings.set(key, { data, source, freshness: "SNAPSHOT", retrievedAt, vintage });
        }
        return readings;
      },
    };
  }

  return {
    areas: table({ name: "lake-areas", source: "UNESCO_ARAL_2019", keyOf: column("lake"), toRecord: toArea }),
    levels: table({ name: "lake-levels", source: "DAHITI", keyOf: column("lake"), toRecord: toLevel }),
    storage: table({ name: "dam-storage", source: "NEWS_24KG", keyOf: column("dam"), toRecord: toStorage }),
    balances: table({ name: "glacier-balances", source: "WGMS", keyOf: column("wgmsId"), toRecord: toBalance }),
    discharge: table({ name: "discharge", source: "KYRGYZHYDROMET", keyOf: column("gauge"), toRecord: toDischarge }),
    series: {
      id: "AQUASTAT",
      async fetch(keys) {
        const readings = new Map<SeriesKey, Reading<readonly Observation[]>>();
        const byTable = groupBy(keys, ({ indicator }) => publisherOf(indicator));
        for (const [publisher, wanted] of byTable) {
          const found = await byPublisher[publisher]?.fetch(wanted.map(seriesKey));
          for (const key of wanted) {
            const reading = found?.get(seriesKey(key));
            if (reading) readings.set(key, reading);
          }
        }
        return readings;
      },
    },
  };
}

interface ShippedTable<T> {
  readonly name: string;
  /** Id of the source of every row. */
  readonly source: string;
  readonly keyOf: (row: Row) => string;
  readonly toRecord: (row: Row) => T;
}

export function seriesKey({ indicator, country }: SeriesKey): string {
  return `${indicator}|${country}`;
}

function seriesKeyOfRow(row: Row): string {
  return `${row["indicator"]}|${row["country"]}`;
}

/** Codes of the World Bank are ids as they are; all others say whose they are. */
function publisherOf(indicator: string): string {
  return indicator.includes(":") ? indicator.slice(0, indicator.indexOf(":")) : "WORLD_BANK";
}

function column(name: string) {
  return (row: Row): string => row[name] ?? "";
}
