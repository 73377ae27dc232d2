import { lazily } from "../../kit/lazily.ts";
import type { Snapshot } from "../../kit/snapshot/read.ts";
import type { Source } from "../../kit/source/source.ts";
import { type AppealClusterRecord, type PublishedRecord, toAppealCluster, toPublished } from "../records/appeal.ts";
import { tableSource } from "./table-source.ts";

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
    byYear: tableSource(snapshot, {
      table: "published-funding",
      rows: published,
      groupsOf: (row) => [yearKey(row)],
      groupFor: yearKey,
    }),
    byAppeal: tableSource(snapshot, {
      table: "published-funding",
      rows: published,
      groupsOf: ({ appeal }) => [appeal ?? ""],
      groupFor: (code) => code,
    }),
    clusters: tableSource(snapshot, {
      table: "appeal-clusters",
      rows: async () => (await snapshot.read("appeal-clusters", toAppealCluster)).rows,
      groupsOf: ({ appeal }) => [appeal],
      groupFor: (code) => code,
    }),
  };
}
