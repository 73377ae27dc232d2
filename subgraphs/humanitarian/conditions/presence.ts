import { isInRegion } from "../../kit/countries.ts";
import { type Provenance, toProvenance } from "../../kit/graphql/values.ts";
import { requireFound, requireOneOf } from "../../kit/require.ts";
import type { Areas } from "../areas.ts";
import { type Catalogue, findCluster, requireOrganization } from "../catalogue.ts";
import type { Context } from "../loaders.ts";
import type { PresenceRecord } from "../records/presence.ts";
import type { AreaRecord, ClusterRecord, OrganizationRecord } from "../records/reference.ts";

/** Who, what and where of a question; all of them when absent. */
export interface PresenceAsked {
  /** Id of an organisation. */
  readonly organization?: string | undefined;
  /** Code or name of a sector. */
  readonly sector?: string | undefined;
  /** Place code of a province or district. */
  readonly area?: string | undefined;
}

export interface PresenceView
  extends Pick<PresenceRecord, "acronym" | "organizationType" | "sector" | "place" | "missing"> {
  /** What tells it from the others of the country. */
  readonly key: string;
  readonly organization: OrganizationRecord | null;
  readonly organizationName: string;
  readonly cluster: ClusterRecord | null;
  readonly province: AreaRecord | null;
  readonly districts: readonly AreaRecord[];
  readonly period: string;
  readonly provenance: Provenance;
}

/**
 * Who works for which sector in which province of a country; null where the publisher has no list, and outside the six.
 *
 * @throws SourceError, or GraphError UNKNOWN_ID
 */
export async function presenceOf(
  loaders: Context["loaders"],
  country: string,
  asked: PresenceAsked,
): Promise<PresenceView[] | null> {
  if (!isInRegion(country)) return null;
  const [catalogue, areas] = await Promise.all([loaders.catalogue(), loaders.areas()]);
  const area = asked.area === undefined ? undefined : requireAreaOf(areas, country, asked.area);
  const sector = asked.sector === undefined ? undefined : requireSector(catalogue, asked.sector);
  const who = asked.organization === undefined ? undefined : requireOrganization(catalogue, asked.organization);
  const reading = await loaders.presence.load(country);
  if (!reading) return null;
  const { data, ...read } = reading;
  const provenance = toProvenance(read);
  return data
    .filter((record) => (sector === undefined || record.sector === sector) && (!area || isIn(area, record)))
    .map((record) => ({ record, organization: catalogue.findOrganization(record) }))
    .filter(({ organization }) => !who || organization?.id === who.id)
    .map(({ record, organization }) => ({
      key: keyOf(record),
      organization,
      organizationName: record.organization,
      acronym: record.acronym,
      organizationType: record.organizationType,
      sector: record.sector,
      cluster: catalogue.clusters.get(record.sector) ?? null,
      place: record.place,
      province: areas.byPcode.get(record.province ?? "") ?? null,
      districts: record.districts.flatMap((pcode) => areas.byPcode.get(pcode) ?? []),
      period: `${record.from}/${record.to ?? ".."}`,
      missing: record.missing,
      provenance,
    }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

/** Sectors of the publisher that are no cluster. */
const besideClusters = ["Cash", "Intersectoral", "Multi"];

function requireSector(catalogue: Catalogue, asked: string): string {
  const cluster = findCluster(catalogue, asked);
  return cluster?.code ?? requireOneOf([...catalogue.clusters.keys(), ...besideClusters], "sector", asked);
}

function requireAreaOf({ byPcode }: Areas, country: string, pcode: string): AreaRecord {
  const area = byPcode.get(pcode.trim().toUpperCase());
  const codes = [...byPcode.values()].flatMap((each) => (each.countryCode === country ? each.pcode : []));
  return requireFound(area?.countryCode === country ? area : null, `province of ${country}`, pcode, codes);
}

function isIn({ pcode, level }: AreaRecord, { province, districts }: PresenceRecord): boolean {
  return level === 1 ? province === pcode : districts.includes(pcode);
}

/** In the order of provinces, those without one last; then of sectors and names. */
function keyOf({ province, sector, organization, acronym, place, from, to }: PresenceRecord): string {
  return [province ?? "~", sector, organization, acronym, place, from, to].join("|");
}
