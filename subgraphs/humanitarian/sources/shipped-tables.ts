import { lazily } from "../../kit/lazily.ts";
import type { Snapshot } from "../../kit/snapshot/read.ts";
import type { Source } from "../../kit/source/source.ts";
import { type AppealClusterRecord, type PublishedRecord, toAppealCluster, toPublished } from "../records/appeal.ts";

export interface PlaceAndYear {
  readonly country: string;
  readonly year: number;
}

export interface ShippedFunding {
  /** Rows of a country and year; a country and year without any have an empty reading. */
  readonly byYear: Source<PlaceAndYear, readonly PublishedRecord[]>;
  /** Rows of an appeal in each of its countries, by its code. */
  readonly byAppeal: Source<string, readonly PublishedRecord[]>;
  readonly clusters: Source<string, readonly AppealClusterRecord[]>;
}

/** The published requirements and funding tables. */
export function createShippedFunding(snapshot: Snapshot): ShippedFunding {
  const published = lazily(async () => (await snapshot.read("published-funding", toPublished)).rows);
  const yearKey = ({ country, year }: PlaceAndYear) => `${country}|${year}`;
  return {
    byYear: tableSource(snapshot, "published-funding", published, yearKey, yearKey),
    byAppeal: tableSource(
      snapshot,
      "published-funding",
      published,
      ({ appeal }) => appeal ?? "",
      (code) => code,
    ),
    clusters: tableSource(
      snapshot,
      "appeal-clusters",
      lazily(async () => (await snapshot.read("appeal-clusters", toAppealCluster)).rows),
      ({ appeal }) => appeal,
      (code) => code,
    ),
  };
}

function tableSource<Key, T>(
  snapshot: Snapshot,
  table: string,
  rows: () => Promise<readonly T[]>,
  groupOf: (row: T) => string,
  groupFor: (key: Key) => string,
): Source<Key, readonly T[]> {
  const grouped = lazily(async () => {
    const groups = new Map<string, T[]>();
    for (const row of await rows()) groups.set(groupOf(row), [...(groups.get(groupOf(row)) ?? []), row]);
    return groups;
  });
  const { sources, retrievedAt, vintage } = snapshot.info(table);
  const [source = table] = sources;
  return {
    id: source,
    async fetch(keys) {
      const groups = await grouped();
      return new Map(
        keys.map((key) => {
          const data = groups.get(groupFor(key)) ?? [];
          return [key, { data, source, freshness: "SNAPSHOT", retrievedAt, vintage }];
        }),
      );
    },
  };
}
