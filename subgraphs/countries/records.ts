import type { Language, Nature, Qualifier } from "../kit/graphql/enums.ts";
import type { IndicatorRecord } from "../kit/register/indicator.ts";
import { flag, list, number, optionalNumber, optionalText, type Row, text } from "../kit/snapshot/cells.ts";

export type Scope = "REGION" | "PARTNERS" | "ALL";

export interface CountryRecord {
  readonly code: string;
  readonly alpha2: string | null;
  readonly m49: string | null;
  /** The narrowest scope that the country belongs to. */
  readonly scope: Scope;
  readonly capital: string | null;
  readonly areaKm2: number | null;
  readonly landlocked: boolean | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly currencies: readonly string[] | null;
  readonly languages: readonly string[] | null;
  readonly borders: readonly string[] | null;
  readonly groups: GroupsRecord;
}

export interface GroupsRecord {
  readonly unRegion: string | null;
  readonly unSubregion: string | null;
  readonly sdgRegion: string | null;
  readonly worldBankRegion: string | null;
  readonly incomeLevel: string | null;
  readonly lending: string | null;
  readonly isLldc: boolean | null;
  readonly isLdc: boolean | null;
}

export interface NameRecord {
  readonly code: string;
  readonly language: Language;
  readonly name: string;
}

/** An indicator as this subgraph knows it; `table` holds its figures, when any are shipped. */
export interface CatalogueIndicator extends IndicatorRecord {
  readonly vintage: string | null;
  /** Nature of a figure whose own row does not state one. */
  readonly nature: Nature;
  readonly table: string | null;
  /** 1 when more is better, -1 when less is, null when neither. */
  readonly direction: 1 | -1 | null;
  /** The only country it is of, for a series of a national platform; null for the others. */
  readonly country: string | null;
}

export interface GoalRecord {
  readonly number: number;
  readonly title: string;
  readonly titleRu: string | null;
  readonly url: string;
}

export interface TargetRecord {
  readonly code: string;
  readonly goal: number;
  readonly title: string;
  readonly url: string;
}

export interface SdgIndicatorRecord {
  readonly code: string;
  readonly target: string;
  readonly goal: number;
  readonly title: string;
  readonly titleRu: string | null;
}

/** One figure of one indicator, country and year. */
export interface Observation {
  readonly year: number;
  readonly value: number | null;
  readonly qualifier: Qualifier | null;
  readonly nature: Nature | null;
  readonly note: string | null;
}

/** One indicator of one country. */
export interface SeriesKey {
  readonly indicator: CatalogueIndicator;
  readonly country: string;
}

/** Whether an indicator can have figures of a country: one of a national platform has none of another's. */
export function isOf({ country }: Pick<CatalogueIndicator, "country">, code: string): boolean {
  return country === null || country === code;
}

/** Where a national platform has a series. */
export interface NationalSeriesRecord {
  readonly indicator: string;
  /** Such as `6-4-2-1`. */
  readonly page: string;
  /** Code at the platform; null where it has none. */
  readonly series: string | null;
  /** Whether the page showed no other series when the tables were made. */
  readonly alone: boolean;
  /** The part of the whole that the figures stand for. */
  readonly note: string | null;
}

/** How many figures of an indicator there are for a country, and for which years. */
export interface CoverageRecord {
  readonly country: string;
  readonly count: number;
  readonly first: number | null;
  readonly last: number | null;
}

const listOrNull = (row: Row, column: string): string[] | null => (row[column] ? list(row, column) : null);

export function toCountry(row: Row): CountryRecord {
  return {
    code: text(row, "code"),
    alpha2: optionalText(row, "alpha2"),
    m49: optionalText(row, "m49"),
    scope: text(row, "scope") as Scope,
    capital: optionalText(row, "capital"),
    areaKm2: optionalNumber(row, "areaKm2"),
    landlocked: flag(row, "landlocked"),
    latitude: optionalNumber(row, "latitude"),
    longitude: optionalNumber(row, "longitude"),
    currencies: listOrNull(row, "currencies"),
    languages: listOrNull(row, "languages"),
    borders: listOrNull(row, "borders"),
    groups: {
      unRegion: optionalText(row, "unRegion"),
      unSubregion: optionalText(row, "unSubregion"),
      sdgRegion: optionalText(row, "sdgRegion"),
      worldBankRegion: optionalText(row, "worldBankRegion"),
      incomeLevel: optionalText(row, "incomeLevel"),
      lending: optionalText(row, "lending"),
      isLldc: flag(row, "isLldc"),
      isLdc: flag(row, "isLdc"),
    },
  };
}

export function toName(row: Row): NameRecord {
  return { code: text(row, "code"), language: text(row, "language") as Language, name: text(row, "name") };
}

export function toIndicator(row: Row): CatalogueIndicator {
  const titleRu = optionalText(row, "titleRu");
  const description = optionalText(row, "description");
  return {
    id: text(row, "id"),
    title: text(row, "title"),
    ...(titleRu && { titleRu }),
    unit: text(row, "unit"),
    ...(description && { description }),
    source: text(row, "source"),
    vintage: optionalText(row, "vintage"),
    nature: text(row, "nature") as Nature,
    sdgIndicators: list(row, "sdgIndicators"),
    related: list(row, "related"),
    table: optionalText(row, "table"),
    direction: optionalNumber(row, "direction") as 1 | -1 | null,
    country: optionalText(row, "country"),
  };
}

export function toGoal(row: Row): GoalRecord {
  return {
    number: number(row, "number"),
    title: text(row, "title"),
    titleRu: optionalText(row, "titleRu"),
    url: text(row, "url"),
  };
}

export function toTarget(row: Row): TargetRecord {
  return { code: text(row, "code"), goal: number(row, "goal"), title: text(row, "title"), url: text(row, "url") };
}

export function toSdgIndicator(row: Row): SdgIndicatorRecord {
  return {
    code: text(row, "code"),
    target: text(row, "target"),
    goal: number(row, "goal"),
    title: text(row, "title"),
    titleRu: optionalText(row, "titleRu"),
  };
}

export function toNationalSeries(row: Row): NationalSeriesRecord {
  return {
    indicator: text(row, "id"),
    page: text(row, "page"),
    series: optionalText(row, "series"),
    alone: flag(row, "alone") ?? false,
    note: optionalText(row, "note"),
  };
}

export function toObservation(row: Row): Observation {
  return {
    year: number(row, "year"),
    value: optionalNumber(row, "value"),
    qualifier: optionalText(row, "qualifier") as Qualifier | null,
    nature: optionalText(row, "nature") as Nature | null,
    note: optionalText(row, "note"),
  };
}
