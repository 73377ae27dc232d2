import { normalizeCountryCode } from "../kit/countries.ts";
import { GraphError } from "../kit/errors.ts";
import { groupBy } from "../kit/group-by.ts";
import { requireFound } from "../kit/require.ts";
import { matchesSearch } from "../kit/search.ts";
import type { Row } from "../kit/snapshot/cells.ts";
import type { Snapshot } from "../kit/snapshot/read.ts";
import { type FindOrganization, organizationFinder } from "./organization-names.ts";
import { type AppealRecord, toAppeal } from "./records/appeal.ts";
import { type DumpRecord, toDump } from "./records/flow.ts";
import {
  type ClusterRecord,
  type OrganizationRecord,
  toCluster,
  toClusterLabel,
  toOrganization,
} from "./records/reference.ts";

/** What there is to be asked for, without the money: small tables that nearly every answer needs. */
export interface Catalogue {
  readonly appeals: ReadonlyMap<string, AppealRecord>;
  readonly clusters: ReadonlyMap<string, ClusterRecord>;
  readonly organizations: ReadonlyMap<string, OrganizationRecord>;
  /** Among those of the shipped flows, whatever else a request reads. */
  readonly findOrganization: FindOrganization;
  /** Oldest first. */
  readonly dumps: readonly DumpRecord[];
}

export async function loadCatalogue(snapshot: Snapshot): Promise<Catalogue> {
  const rowsOf = async <T>(table: string, toRecord: (row: Row) => T) => (await snapshot.read(table, toRecord)).rows;
  const [appeals, clusters, labels, organizations, dumps] = await Promise.all([
    rowsOf("appeals", toAppeal),
    rowsOf("clusters", toCluster),
    rowsOf("cluster-labels", toClusterLabel),
    rowsOf("organizations", toOrganization),
    rowsOf("flow-dumps", toDump),
  ]);
  const labelsOf = groupBy(labels, ({ cluster }) => cluster);
  return {
    appeals: new Map(appeals.map((appeal) => [appeal.code, appeal])),
    clusters: new Map(clusters.map((each) => [each.code, { ...each, labels: labelsOf.get(each.code) ?? [] }])),
    organizations: new Map(organizations.map((organization) => [organization.id, organization])),
    findOrganization: organizationFinder(organizations),
    dumps: dumps.toSorted((a, b) => (a.date < b.date ? -1 : 1)),
  };
}

/** By its code, by one it had before, or by its number in the Financial Tracking Service. */
export function findAppeal({ appeals }: Pick<Catalogue, "appeals">, code: string): AppealRecord | undefined {
  const asked = code.trim().toUpperCase();
  return [...appeals.values()].find((appeal) =>
    [appeal.code, appeal.ftsId, ...appeal.earlierCodes].some((each) => each?.toUpperCase() === asked),
  );
}

/** Likewise. @throws GraphError UNKNOWN_ID with the nearest codes */
export function requireAppeal(catalogue: Pick<Catalogue, "appeals">, code: string): AppealRecord {
  return requireFound(findAppeal(catalogue, code), "appeal", code, catalogue.appeals.keys());
}

/** By its code, by a name it has or had, or by its number in the Financial Tracking Service. */
export function findCluster({ clusters }: Catalogue, code: string): ClusterRecord | undefined {
  const asked = code.trim().toUpperCase();
  return [...clusters.values()].find((cluster) =>
    [cluster.code, cluster.ftsId, cluster.name, ...cluster.aliases].some((each) => each?.toUpperCase() === asked),
  );
}

/** Likewise. @throws GraphError UNKNOWN_ID with the nearest codes */
export function requireCluster(catalogue: Catalogue, code: string): ClusterRecord {
  return requireFound(findCluster(catalogue, code), "cluster", code, catalogue.clusters.keys());
}

/** By its id, or by the number in it. @throws GraphError UNKNOWN_ID with the nearest ids or those of that name */
export function requireOrganization({ organizations }: Catalogue, id: string): OrganizationRecord {
  const asked = id.trim().toUpperCase();
  const all = [...organizations.values()];
  const found = all.find((each) => [each.id, each.id.replace("FTS:", "")].some((key) => key.toUpperCase() === asked));
  const named = all.filter(({ name, aliases }) => [name, ...aliases].some((each) => matchesSearch(each, asked)));
  if (found || named.length === 0 || asked === "") {
    return requireFound(found, "organization", id, organizations.keys());
  }
  const told = named.slice(0, 3);
  const suggestions = told.map((each) => each.id);
  const choices = told.map((each) => `${each.id} (${each.name})`).join(" or ");
  const message = `No organization has the id ${JSON.stringify(id)}. Did you mean ${choices}?`;
  throw new GraphError("UNKNOWN_ID", message, { suggestions });
}

/** The appeals of a country, of a year or of both; the newest first. */
export function appealsOf(
  { appeals }: Pick<Catalogue, "appeals">,
  country: string | undefined,
  year: number | undefined,
): AppealRecord[] {
  const code = country && normalizeCountryCode(country);
  return [...appeals.values()]
    .filter(
      (appeal) =>
        (code === undefined || appeal.countries.includes(code)) && (year === undefined || appeal.year === year),
    )
    .sort((a, b) => b.year - a.year || (a.code < b.code ? -1 : 1));
}

/** Whether two appeals ask for money for the same country at the same time, so that their requirements do not add up. */
export function overlap(a: AppealRecord, b: AppealRecord): boolean {
  const together = a.startDate <= b.endDate && b.startDate <= a.endDate;
  return a.code !== b.code && together && a.countries.some((country) => b.countries.includes(country));
}
