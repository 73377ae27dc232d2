import { normalizeCountryCode } from "../kit/countries.ts";
import { requireFound } from "../kit/require.ts";
import type { Row } from "../kit/snapshot/cells.ts";
import type { Snapshot } from "../kit/snapshot/read.ts";
import { type AppealRecord, toAppeal } from "./records/appeal.ts";
import { type DumpRecord, toDump } from "./records/flow.ts";
import { type ClusterRecord, type OrganizationRecord, toCluster, toOrganization } from "./records/reference.ts";

/** What there is to be asked for, without the money: small tables that nearly every answer needs. */
export interface Catalogue {
  readonly appeals: ReadonlyMap<string, AppealRecord>;
  readonly clusters: ReadonlyMap<string, ClusterRecord>;
  readonly organizations: ReadonlyMap<string, OrganizationRecord>;
  /** Oldest first. */
  readonly dumps: readonly DumpRecord[];
}

export async function loadCatalogue(snapshot: Snapshot): Promise<Catalogue> {
  const rowsOf = async <T>(table: string, toRecord: (row: Row) => T) => (await snapshot.read(table, toRecord)).rows;
  const [appeals, clusters, organizations, dumps] = await Promise.all([
    rowsOf("appeals", toAppeal),
    rowsOf("clusters", toCluster),
    rowsOf("organizations", toOrganization),
    rowsOf("flow-dumps", toDump),
  ]);
  return {
    appeals: new Map(appeals.map((appeal) => [appeal.code, appeal])),
    clusters: new Map(clusters.map((cluster) => [cluster.code, cluster])),
    organizations: new Map(organizations.map((organization) => [organization.id, organization])),
    dumps: dumps.toSorted((a, b) => (a.date < b.date ? -1 : 1)),
  };
}

/** By its code, or by one it had before. @throws GraphError UNKNOWN_ID with the nearest codes */
export function requireAppeal({ appeals }: Catalogue, code: string): AppealRecord {
  const asked = code.trim().toUpperCase();
  const found = [...appeals.values()].find((appeal) =>
    [appeal.code, ...appeal.earlierCodes].some((each) => each.toUpperCase() === asked),
  );
  return requireFound(found, "appeal", code, appeals.keys());
}

/** By its code, or by a name it has or had. @throws GraphError UNKNOWN_ID with the nearest codes */
export function requireCluster({ clusters }: Catalogue, code: string): ClusterRecord {
  const asked = code.trim().toUpperCase();
  const found = [...clusters.values()].find((cluster) =>
    [cluster.code, cluster.name, ...cluster.aliases].some((each) => each.toUpperCase() === asked),
  );
  return requireFound(found, "cluster", code, clusters.keys());
}

/** @throws GraphError UNKNOWN_ID with the nearest ids */
export function requireOrganization({ organizations }: Catalogue, id: string): OrganizationRecord {
  return requireFound(organizations.get(id.trim()), "organization", id, organizations.keys());
}

/** The appeals of a country, of a year or of both; the newest first. */
export function appealsOf(
  { appeals }: Catalogue,
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
