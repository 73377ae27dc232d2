import { flag, list, number, optionalNumber, optionalText, type Row, text } from "../../kit/snapshot/cells.ts";

export interface OrganizationRecord {
  readonly id: string;
  readonly name: string;
  readonly type: string | null;
  readonly subtype: string | null;
  readonly isPlaceholder: boolean;
  readonly aliases: readonly string[];
}

export interface ClusterRecord {
  readonly code: string;
  /** Number in the Financial Tracking Service. */
  readonly ftsId: string | null;
  readonly name: string;
  readonly parentCode: string | null;
  readonly aliases: readonly string[];
  /** The oldest first. */
  readonly labels: readonly ClusterLabelRecord[];
}

/** A name that files of a span of years give a cluster. */
export interface ClusterLabelRecord {
  readonly cluster: string;
  readonly name: string;
  readonly firstYear: number;
  readonly lastYear: number;
}

/** A province, region or district. */
export interface AreaRecord {
  readonly pcode: string;
  readonly countryCode: string;
  readonly level: number;
  readonly nameEn: string;
  readonly nameDari: string | null;
  readonly parentPcode: string | null;
  readonly areaKm2: number | null;
}

export function toOrganization(row: Row): OrganizationRecord {
  return {
    id: text(row, "id"),
    name: text(row, "name"),
    type: optionalText(row, "type"),
    subtype: optionalText(row, "subtype"),
    isPlaceholder: flag(row, "placeholder") ?? false,
    aliases: list(row, "aliases"),
  };
}

export function toCluster(row: Row): Omit<ClusterRecord, "labels"> {
  return {
    code: text(row, "code"),
    ftsId: optionalText(row, "ftsId"),
    name: text(row, "name"),
    parentCode: optionalText(row, "parent"),
    aliases: list(row, "aliases"),
  };
}

export function toClusterLabel(row: Row): ClusterLabelRecord {
  return {
    cluster: text(row, "cluster"),
    name: text(row, "label"),
    firstYear: number(row, "firstYear"),
    lastYear: number(row, "lastYear"),
  };
}

export function toArea(row: Row): AreaRecord {
  return {
    pcode: text(row, "pcode"),
    countryCode: text(row, "country"),
    level: number(row, "level"),
    nameEn: text(row, "name"),
    nameDari: optionalText(row, "nameDari"),
    parentPcode: optionalText(row, "parent"),
    areaKm2: optionalNumber(row, "areaKm2"),
  };
}
