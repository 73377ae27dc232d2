import type { Language, Nature } from "../kit/graphql/enums.ts";
import { list, number, optionalNumber, optionalText, type Row, text } from "../kit/snapshot/cells.ts";
import type { VerticalDatum } from "./types/enums.ts";

export type Body = "basin" | "river" | "lake" | "dam";

export interface BasinRecord {
  readonly id: string;
}

export interface RiverRecord {
  readonly id: string;
  readonly basin: string | null;
  readonly aliases: readonly string[];
}

export interface LakeRecord {
  readonly id: string;
  readonly countries: readonly string[];
  readonly aliases: readonly string[];
}

export interface NameRecord {
  readonly body: Body;
  readonly id: string;
  readonly language: Language;
  readonly name: string;
}

/** A country's place on a river or in a basin. */
export interface ReachRecord {
  readonly body: Body;
  readonly id: string;
  readonly order: number | null;
  readonly country: string;
  readonly role: string;
  readonly source: string;
}

/** A figure that belongs to no year. */
export interface FigureRecord {
  readonly body: Body;
  readonly id: string;
  readonly measure: string;
  readonly country: string | null;
  readonly value: number;
  readonly note: string | null;
  readonly source: string;
  readonly vintage: string | null;
}

export interface DamRecord {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly country: string;
  readonly coOwners: readonly string[];
  readonly river: string | null;
  readonly riverName: string | null;
  readonly basin: string | null;
  readonly capacityKm3: number | null;
  readonly heightM: number | null;
  readonly areaKm2: number | null;
  readonly year: number | null;
  readonly purposes: readonly string[];
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly issues: readonly string[];
}

export interface GlacierRecord {
  readonly wgmsId: string;
  readonly name: string;
  readonly country: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly areaKm2: number | null;
  readonly areaYear: number | null;
}

export interface GaugeRecord {
  readonly code: string;
  readonly name: string;
  readonly river: string;
  readonly source: string;
}

export interface BalanceRecord {
  readonly year: number;
  readonly annualMmWe: number | null;
  readonly preliminary: boolean;
}

export interface AreaRecord {
  readonly year: number;
  readonly areaKm2: number;
}

/** Water in a reservoir. */
export interface StorageRecord {
  /** ISO 8601 day or month. */
  readonly period: string;
  readonly storageKm3: number;
  readonly nature: Nature;
}

export interface LevelRecord {
  readonly datum: VerticalDatum;
  readonly date: string;
  readonly levelM: number;
  readonly errorM: number | null;
}

export interface DischargeRecord {
  /** First day of the ten days or the month. */
  readonly from: string;
  readonly dischargeM3s: number;
}

export interface Observation {
  readonly year: number;
  readonly value: number | null;
  readonly nature: Nature;
}

export const toBasin = (row: Row): BasinRecord => ({ id: text(row, "id") });

export const toRiver = (row: Row): RiverRecord => ({
  id: text(row, "id"),
  basin: optionalText(row, "basin"),
  aliases: list(row, "aliases"),
});

export const toLake = (row: Row): LakeRecord => ({
  id: text(row, "id"),
  countries: list(row, "countries"),
  aliases: list(row, "aliases"),
});

export const toName = (row: Row): NameRecord => ({
  body: text(row, "body") as Body,
  id: text(row, "id"),
  language: text(row, "language") as Language,
  name: text(row, "name"),
});

export const toReach = (row: Row): ReachRecord => ({
  body: text(row, "body") as Body,
  id: text(row, "id"),
  order: optionalNumber(row, "order"),
  country: text(row, "country"),
  role: text(row, "role"),
  source: text(row, "source"),
});

export const toFigure = (row: Row): FigureRecord => ({
  body: text(row, "body") as Body,
  id: text(row, "id"),
  measure: text(row, "measure"),
  country: optionalText(row, "country"),
  value: number(row, "value"),
  note: optionalText(row, "note"),
  source: text(row, "source"),
  vintage: optionalText(row, "vintage"),
});

export const toDam = (row: Row): DamRecord => ({
  id: text(row, "id"),
  name: text(row, "name"),
  aliases: list(row, "aliases"),
  country: text(row, "country"),
  coOwners: list(row, "coOwners"),
  river: optionalText(row, "river"),
  riverName: optionalText(row, "riverName"),
  basin: optionalText(row, "basin"),
  capacityKm3: optionalNumber(row, "capacityKm3"),
  heightM: optionalNumber(row, "heightM"),
  areaKm2: optionalNumber(row, "areaKm2"),
  year: optionalNumber(row, "year"),
  purposes: list(row, "purposes"),
  latitude: optionalNumber(row, "latitude"),
  longitude: optionalNumber(row, "longitude"),
  issues: list(row, "issues"),
});

export const toGlacier = (row: Row): GlacierRecord => ({
  wgmsId: text(row, "wgmsId"),
  name: text(row, "name"),
  country: text(row, "country"),
  latitude: optionalNumber(row, "latitude"),
  longitude: optionalNumber(row, "longitude"),
  areaKm2: optionalNumber(row, "areaKm2"),
  areaYear: optionalNumber(row, "areaYear"),
});

export const toGauge = (row: Row): GaugeRecord => ({
  code: text(row, "code"),
  name: text(row, "name"),
  river: text(row, "river"),
  source: text(row, "source"),
});

export const toBalance = (row: Row): BalanceRecord => ({
  year: number(row, "year"),
  annualMmWe: optionalNumber(row, "annualMmWe"),
  preliminary: row["preliminary"] === "true",
});

export const toArea = (row: Row): AreaRecord => ({ year: number(row, "year"), areaKm2: number(row, "areaKm2") });

export const toStorage = (row: Row): StorageRecord => ({
  period: text(row, "period"),
  storageKm3: number(row, "storageKm3"),
  nature: text(row, "nature") as Nature,
});

export const toLevel = (row: Row): LevelRecord => ({
  datum: text(row, "datum") as VerticalDatum,
  date: text(row, "date"),
  levelM: number(row, "levelM"),
  errorM: optionalNumber(row, "errorM"),
});

export const toDischarge = (row: Row): DischargeRecord => ({
  from: text(row, "from"),
  dischargeM3s: number(row, "dischargeM3s"),
});

export const toObservation = (row: Row): Observation => ({
  year: number(row, "year"),
  value: optionalNumber(row, "value"),
  nature: text(row, "nature") as Nature,
});
