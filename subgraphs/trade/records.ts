import type { Nature } from "../kit/graphql/enums.ts";
import { number, optionalText, type Row, text } from "../kit/snapshot/cells.ts";
import type { FlowKind, PartnerKind, Valuation } from "./types/enums.ts";

/** An area that reports trade or that trade is reported with. */
export interface PartnerRecord {
  readonly code: string;
  readonly kind: PartnerKind;
  /** Alpha-3 code when it is a country of today. */
  readonly country: string | null;
  readonly nameEn: string;
  readonly nameRu: string | null;
  readonly nameUz: string | null;
}

export interface CommodityRecord {
  readonly id: string;
  readonly system: string | null;
  readonly code: string;
  /** Number of digits of the code; 0 for all goods together. */
  readonly level: number;
  readonly parent: string | null;
  readonly nameEn: string;
  readonly nameRu: string | null;
}

/** What one area reports of its trade with another in one year. */
export interface FlowRecord {
  readonly reporter: string;
  readonly partner: string;
  readonly flow: FlowKind;
  readonly year: number;
  readonly valueUsd: number;
  readonly nature: Nature;
  /** Where a source tells classes of goods apart. */
  readonly goods?: GoodsRecord;
}

/** What a source that tells classes of goods apart says of a flow. */
export interface GoodsRecord {
  /** Id of the commodity that was asked for. */
  readonly commodity: string;
  /** Edition of the nomenclature in which it was reported, such as `H5`. */
  readonly edition: string;
  readonly valuation: Valuation;
  /** Null where none is given. */
  readonly netWeightKg: number | null;
  readonly isWeightEstimated: boolean;
}

/** What one area reports of one commodity in one direction and year. */
export interface ReportKey extends FlowKey {
  readonly year: number;
  /** Id of the commodity. */
  readonly commodity: string;
}

/** All reports of one area in one direction. */
export interface FlowKey {
  readonly reporter: string;
  readonly flow: FlowKind;
}

export function toPartner(row: Row): PartnerRecord {
  return {
    code: text(row, "code"),
    kind: text(row, "kind") as PartnerKind,
    country: optionalText(row, "country"),
    nameEn: text(row, "nameEn"),
    nameRu: optionalText(row, "nameRu"),
    nameUz: optionalText(row, "nameUz"),
  };
}

export function toCommodity(row: Row): CommodityRecord {
  return {
    id: text(row, "id"),
    system: optionalText(row, "system"),
    code: text(row, "code"),
    level: number(row, "level"),
    parent: optionalText(row, "parent"),
    nameEn: text(row, "nameEn"),
    nameRu: optionalText(row, "nameRu"),
  };
}

/** A row of an IMF table; the direction is that of the table. */
export function toFlow(row: Row, flow: FlowKind): FlowRecord {
  return {
    reporter: text(row, "reporter"),
    partner: text(row, "partner"),
    flow,
    year: number(row, "year"),
    valueUsd: dollarsOfMillions(text(row, "valueMillionUsd")),
    nature: (optionalText(row, "nature") as Nature | null) ?? "REPORTED",
  };
}

/** Moves the decimal point in the text: a multiplication by a million would leave 6312091220.000001 behind. */
export function dollarsOfMillions(printed: string): number {
  const [digits, exponent = "0"] = printed.split("e");
  const dollars = Number(`${digits}e${Number(exponent) + 6}`);
  if (Number.isNaN(dollars)) throw new Error(`Not a number of millions: ${printed}`);
  return dollars;
}
