import { lazily } from "../../kit/lazily.ts";
import type { Snapshot } from "../../kit/snapshot/read.ts";
import type { Source } from "../../kit/source/source.ts";
import { type AppealClusterRecord, type PublishedRecord, toAppealCluster, toPublished } from "../records/appeal.ts";
import { type EarlierFundingRecord, toEarlierFunding } from "../records/earlier-funding.ts";
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
  /** What the table said at earlier times, by year and by appeal likewise. */
  readonly earlierByYear: Source<PlaceAndYear, readonly EarlierFundingRecord[]>;
  readonly earlierByAppeal: Source<string, readonly EarlierFundingRecord[]>;
}

/** The published requirements and funding tables. */
export function createShippedFunding(snapshot: Snapshot): ShippedFunding {
  const published = lazily(async () => (await snapshot.read("published-funding", toPublished)).rows);
  const earlier = lazily(async () => (await snapshot.read("earlier-funding", toEarlierFunding)).rows);
  const yearKey = ({ country, year }: PlaceAndYear) => `${country}|${year}`;
  return {
    byYear: tableSource(snapshot, {
      table: "published-funding",
      rows: published,
      groupsOf: ({ country, year }) => [yearKey({ country: country ?? "", year })],
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
    earlierByYear: tableSource(snapshot, {
      table: "earlier-funding",
      rows: earlier,
      groupsOf: (row) => [yearKey(row)],
      groupFor: yearKey,
    }),
    earlierByAppeal: tableSource(snapshot, {
      table: "earlier-funding",
      rows: earlier,
      groupsOf: ({ appeal }) => [appeal ?? ""],
      groupFor: (code) => code,
    }),
  };
}
