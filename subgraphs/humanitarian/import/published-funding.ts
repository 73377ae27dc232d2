import type { NewTable } from "../../kit/snapshot/write.ts";
import { buckets, type ClusterEntry } from "./clusters.ts";
import { number, optional, optionalNumber, readRows, required } from "./publisher-files.ts";

const published = {
  sources: ["FTS"],
  licence: "CC-BY-3.0-IGO",
  vintage: "2026-04-17",
  retrievedAt: "2026-04-17T00:00:00.000Z",
};

/** Requirement and funding by country, year and appeal as OCHA publishes them. */
export async function importPublishedFunding(folder: string): Promise<NewTable> {
  const rows = await readRows(folder, "fts/fts_requirements_funding_afg_ca_snapshot2026-04.csv");
  return {
    name: "published-funding",
    info: {
      ...published,
      rule: "One row per country, year and appeal of the requirements and funding table, and one per country and year for money outside appeals, which the publisher calls Not specified. The publisher's rounded percentage is left out. An empty figure stays empty.",
      columns: {
        country: "Alpha-3 code of the country",
        year: "Year the money is meant for",
        appeal: "Code of the appeal; empty for money outside appeals",
        requirementUsd: "Requirement of the appeal in this country as last revised, US dollars",
        fundingUsd: "Paid and committed money for this country, US dollars",
      },
    },
    rows: rows
      .map((row) => ({
        country: required(row, "countryCode"),
        year: number(required(row, "year")),
        appeal: optional(row, "code") ?? "",
        requirementUsd: optionalNumber(row, "requirements"),
        fundingUsd: optionalNumber(row, "funding"),
      }))
      .toSorted((a, b) => (key(a) < key(b) ? -1 : 1)),
  };
}

/** Requirement and funding of each appeal by global cluster, with the two buckets that are no clusters. */
export async function importAppealClusters(folder: string, clusters: readonly ClusterEntry[]): Promise<NewTable> {
  const rows = await readRows(folder, "fts/fts_requirements_funding_globalcluster_afg_ca_snapshot2026-04.csv");
  const codes = new Map(clusters.map(({ ftsId, code }) => [ftsId, code]));
  return {
    name: "appeal-clusters",
    info: {
      ...published,
      rule: "One row per country, appeal and global cluster of the table by global cluster. Money without a cluster stands under NOT_SPECIFIED and money for several clusters, which the publisher does not divide, under MULTIPLE. An empty figure stays empty.",
      columns: {
        country: "Alpha-3 code of the country",
        year: "Year the appeal is counted under",
        appeal: "Code of the appeal",
        cluster: "Code of the global cluster, or NOT_SPECIFIED or MULTIPLE",
        requirementUsd: "Requirement as last revised, US dollars",
        fundingUsd: "Paid and committed money, US dollars",
      },
    },
    rows: rows
      .map((row) => {
        const ftsId = optional(row, "clusterCode");
        const cluster = ftsId ? codes.get(ftsId) : buckets[required(row, "cluster")];
        if (!cluster) throw new Error(`An unknown cluster: ${JSON.stringify(row)}`);
        return {
          country: required(row, "countryCode"),
          year: number(required(row, "year")),
          appeal: required(row, "code"),
          cluster,
          requirementUsd: optionalNumber(row, "requirements"),
          fundingUsd: optionalNumber(row, "funding"),
        };
      })
      .toSorted((a, b) => (`${key(a)}|${a.cluster}` < `${key(b)}|${b.cluster}` ? -1 : 1)),
  };
}

function key({ country, year, appeal }: { country: string; year: number; appeal: string }): string {
  return `${country}|${year}|${appeal}`;
}
