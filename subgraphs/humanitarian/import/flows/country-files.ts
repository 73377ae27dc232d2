import { region } from "../../../kit/countries.ts";
import { optional, optionalNumber, type PublisherRow, readRows, required } from "../publisher-files.ts";
import { flatCells } from "./flat-row.ts";
import type { FlowDump, FlowEnd, NamedOrganization, PublishedFlow } from "./flow.ts";

/**
 * The files by country on the Humanitarian Data Exchange, joined into one: a flow to several countries repeats once
 * per country, and one between two countries stands in an incoming and an outgoing file. One row per id is kept.
 */

const dumps = [
  { date: "2026-02-20", internal: false, files: ["incoming_funding_2026_afg_ca_snapshot2026-02-20.csv.gz"] },
  {
    date: "2026-04-17",
    internal: true,
    files: [
      "incoming_funding_2026_afg_ca_snapshot2026-04-17.csv",
      "internal_funding_2026_afg_ca_snapshot2026-04-17.csv",
      "outgoing_funding_2026_afg_ca_snapshot2026-04-17.csv",
    ],
  },
] as const;

export async function readCountryFiles(folder: string, clusterNames: readonly string[]): Promise<FlowDump[]> {
  return Promise.all(
    dumps.map(async ({ date, internal, files }) => {
      const rows = (await Promise.all(files.map((file) => readRows(folder, `fts/fts_${file}`)))).flat();
      const copiesById = new Map<string, PublisherRow[]>();
      for (const row of rows) {
        const id = required(row, "id");
        copiesById.set(id, [...(copiesById.get(id) ?? []), row]);
      }
      const flows = [...copiesById.values()].map((copies) => toFlow(copies, clusterNames));
      const retrievedAt = `${date}T00:00:00.000Z`;
      const countries = [...region];
      return { year: 2026, date, countries, detailed: false, internal, countsByFile: false, retrievedAt, flows };
    }),
  );
}

/** What depends on the country or the file that a copy stands in. */
const relative = new Set(["boundary", "onBoundary"]);

function toFlow(copies: readonly PublisherRow[], clusterNames: readonly string[]): PublishedFlow {
  const [row] = copies;
  if (!row) throw new Error("A group of rows without a row");
  for (const copy of copies) {
    const differing = Object.keys(row).filter((column) => !relative.has(column) && copy[column] !== row[column]);
    if (differing.length > 0) throw new Error(`Copies of flow ${row["id"]} differ in ${differing.join(", ")}`);
  }
  return {
    ...flatCells(row),
    newMoney: null,
    earmarking: [],
    version: null,
    parent: null,
    children: [],
    reportChannels: [],
    source: toEnd(row, "src", clusterNames),
    destination: toEnd(row, "dest", clusterNames),
    publisherRows: copies.length,
  };
}

function toEnd(row: PublisherRow, side: "src" | "dest", clusterNames: readonly string[]): FlowEnd {
  const plan = optional(row, `${side}PlanId`);
  const first = optionalNumber(row, `${side}UsageYearStart`);
  const last = optionalNumber(row, `${side}UsageYearEnd`);
  const clusters = optional(row, `${side}GlobalClusters`);
  return {
    organizations: toOrganizations(row, side),
    countries: (optional(row, `${side}Locations`) ?? "").split(",").filter(Boolean),
    years: [first, last].filter((year) => year !== null),
    plan: plan ? { ftsId: plan, name: required(row, `${side}Plan`) } : null,
    clusters: clusters ? splitClusters(clusters, clusterNames) : [],
  };
}

/** Several organisations are joined by commas, which names contain too; no row of these files has several. */
function toOrganizations(row: PublisherRow, side: "src" | "dest"): NamedOrganization[] {
  const name = optional(row, `${side}Organization`);
  return name ? [{ ftsId: null, name, type: optional(row, `${side}OrganizationTypes`), subtype: null }] : [];
}

/** Cluster names contain commas themselves, so the list is read by the names that exist. */
function splitClusters(text: string, names: readonly string[]): string[] {
  if (text === "") return [];
  const name = names.find((candidate) => text === candidate || text.startsWith(`${candidate},`));
  if (!name) throw new Error(`An unknown cluster at the start of: ${text}`);
  return [name, ...splitClusters(text.slice(name.length + 1), names)];
}
