import { lazily } from "../../kit/lazily.ts";
import type { Snapshot } from "../../kit/snapshot/read.ts";
import type { Source } from "../../kit/source/source.ts";
import { type AppealClusterRecord, type PublishedRecord, toAppealCluster, toPublished } from "../records/appeal.ts";
import { type EarlierFundingRecord, toEarlierFunding } from "../records/earlier-funding.ts";
import { type PlaceAndYear, placeAndYearKey } from "./keys.ts";
import { wholeTable } from "./whole-table.ts";

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
  return {
    byYear: wholeTable(snapshot, {
      table: "published-funding",
      rows: published,
      groupsOf: ({ country, year }) => [placeAndYearKey({ country: country ?? "", year })],
      groupFor: placeAndYearKey,
    }),
    byAppeal: wholeTable(snapshot, {
      table: "published-funding",
      rows: published,
      groupsOf: ({ appeal }) => [appeal ?? ""],
      groupFor: (code) => code,
    }),
    clusters: wholeTable(snapshot, {
      table: "appeal-clusters",
      rows: async () => (await snapshot.read("appeal-clusters", toAppealCluster)).rows,
      groupsOf: ({ appeal }) => [appeal],
      groupFor: (code) => code,
    }),
    earlierByYear: wholeTable(snapshot, {
      table: "earlier-funding",
      rows: earlier,
      groupsOf: (row) => [placeAndYearKey(row)],
      groupFor: placeAndYearKey,
    }),
    earlierByAppeal: wholeTable(snapshot, {
      table: "earlier-funding",
      rows: earlier,
      groupsOf: ({ appeal }) => [appeal ?? ""],
      groupFor: (code) => code,
    }),
  };
}
