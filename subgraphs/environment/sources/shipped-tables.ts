import { groupBy } from "../../kit/group-by.ts";
import type { Row } from "../../kit/snapshot/cells.ts";
import type { Groups } from "../../kit/snapshot/groups.ts";
import type { Snapshot } from "../../kit/snapshot/read.ts";
import type { Reading, Source } from "../../kit/source/source.ts";
import { tableSource } from "../../kit/source/table-source.ts";
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
  const table = <T>(name: string, keyOf: (row: Row) => string, toRecord: (row: Row) => T) =>
    tableSource<string, readonly T[]>(snapshot, {
      table: name,
      read: () => readRecords(snapshot, { table: name, keyOf, toRecord }),
      groupOf: (key) => key,
    });
  const observations = (name: string) => table(name, seriesKeyOfRow, toObservation);
  const byPublisher: Readonly<Record<string, Source<string, readonly Observation[]>>> = {
    AQUASTAT: observations("aquastat"),
    JMP: observations("jmp-drinking-water"),
    UNSD: observations("unsd"),
    CIA: observations("factbook-air"),
    WORLD_BANK: observations("world-bank-air"),
  };

  return {
    areas: table("lake-areas", column("lake"), toArea),
    levels: table("lake-levels", column("lake"), toLevel),
    storage: table("dam-storage", column("dam"), toStorage),
    balances: table("glacier-balances", column("wgmsId"), toBalance),
    discharge: table("discharge", column("gauge"), toDischarge),
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

interface Records<T> {
  readonly table: string;
  readonly keyOf: (row: Row) => string;
  readonly toRecord: (row: Row) => T;
}

async function readRecords<T>(
  snapshot: Snapshot,
  { table, keyOf, toRecord }: Records<T>,
): Promise<Groups<readonly T[]>> {
  const { rows } = await snapshot.read(table, (row) => row);
  const groups = groupBy(rows, keyOf);
  return new Map([...groups].map(([key, ofKey]) => [key, ofKey.map(toRecord)]));
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
