import { flag, number, optionalNumber, optionalText, type Row, text } from "../../kit/snapshot/cells.ts";

type AnalysedAreaKind = "COUNTRY" | "REGION" | "PROVINCE" | "URBAN" | "CLUSTER";

/** How many people of one area are in which phase of food insecurity in one period. */
export interface FoodSecurityRecord {
  readonly analysis: string;
  readonly from: string;
  readonly to: string;
  readonly projected: boolean;
  readonly kind: AnalysedAreaKind;
  readonly area: string;
  /** P-code; null for the country and for regions. */
  readonly province: string | null;
  readonly population: number | null;
  readonly phase1: number | null;
  readonly phase2: number | null;
  readonly phase3: number | null;
  readonly phase4: number | null;
  readonly phase5: number | null;
  readonly phase3Plus: number | null;
}

/** The country that food is analysed and priced in. */
export const foodCountry = "AFG";

/** What is priced where. */
export interface PriceSeries {
  /** P-code; null where the market lies in a province that no p-code is known of. */
  readonly province: string | null;
  /** P-code; likewise. */
  readonly district: string | null;
  readonly market: string;
  readonly commodity: string;
  readonly unit: string;
  readonly priceType: string;
}

export interface FoodPriceRecord {
  readonly series: PriceSeries;
  readonly date: string;
  readonly afn: number;
  readonly usd: number | null;
  readonly priceFlag: string;
  /** Whether the price is in the afghani that was replaced in October 2002. */
  readonly oldAfghani: boolean;
}

export interface ExchangeRateRecord {
  readonly province: string | null;
  readonly district: string | null;
  readonly market: string;
  readonly date: string;
  readonly afnPerUsd: number;
}

/** The area whose own analysis it is: a province, or the country. */
export function analysedFor({ province }: FoodSecurityRecord): string[] {
  return [province ?? foodCountry];
}

/** The areas that a market lies in. */
export function pricedIn({ province, district }: Pick<PriceSeries, "province" | "district">): string[] {
  return [foodCountry, province, district].filter((area) => area !== null);
}

export function namesOfGoods(series: readonly PriceSeries[]): string[] {
  return [...new Set(series.map(({ commodity }) => commodity))].sort();
}

export function toFoodSecurity(row: Row): FoodSecurityRecord {
  return {
    analysis: text(row, "analysis"),
    from: text(row, "from"),
    to: text(row, "to"),
    projected: flag(row, "projected") ?? false,
    kind: text(row, "kind") as AnalysedAreaKind,
    area: text(row, "area"),
    province: optionalText(row, "province"),
    population: optionalNumber(row, "population"),
    phase1: optionalNumber(row, "phase1"),
    phase2: optionalNumber(row, "phase2"),
    phase3: optionalNumber(row, "phase3"),
    phase4: optionalNumber(row, "phase4"),
    phase5: optionalNumber(row, "phase5"),
    phase3Plus: optionalNumber(row, "phase3Plus"),
  };
}

/** A series of the table, whose prices refer to it by its number. */
export function toPriceSeries(row: Row): PriceSeries & { readonly number: string } {
  return {
    number: text(row, "series"),
    province: text(row, "province"),
    district: text(row, "district"),
    market: text(row, "market"),
    commodity: text(row, "commodity"),
    unit: text(row, "unit"),
    priceType: text(row, "priceType"),
  };
}

export function toFoodPrice(row: Row, seriesByNumber: ReadonlyMap<string, PriceSeries>): FoodPriceRecord {
  const series = seriesByNumber.get(text(row, "series"));
  if (!series) throw new Error(`A price without a series: ${JSON.stringify(row)}`);
  return {
    series,
    date: text(row, "date"),
    afn: number(row, "priceAfn"),
    usd: optionalNumber(row, "priceUsd"),
    priceFlag: text(row, "priceFlag"),
    oldAfghani: flag(row, "oldAfghani") ?? false,
  };
}

export function toExchangeRate(row: Row): ExchangeRateRecord {
  return {
    province: text(row, "province"),
    district: text(row, "district"),
    market: text(row, "market"),
    date: text(row, "date"),
    afnPerUsd: number(row, "afnPerUsd"),
  };
}
