import type { Missing } from "../../kit/graphql/enums.ts";
import { type Provenance, toProvenance } from "../../kit/graphql/values.ts";
import { requireOneOf, requireRange } from "../../kit/require.ts";
import { load } from "../funding/readings.ts";
import type { Context } from "../loaders.ts";
import { type ExchangeRateRecord, type FoodSecurityRecord, foodCountry } from "../records/food.ts";
import type { AreaRecord } from "../records/reference.ts";

type Loaders = Context["loaders"];

export interface FoodSecurityView extends Omit<FoodSecurityRecord, "province"> {
  readonly period: string;
  readonly province: AreaRecord | null;
  readonly provenance: Provenance;
}

export interface FoodPriceView {
  readonly date: string;
  readonly market: string;
  readonly province: AreaRecord | null;
  readonly district: AreaRecord | null;
  readonly commodity: string;
  readonly unit: string;
  readonly priceType: string;
  readonly afn: number;
  readonly usd: number | null;
  readonly flag: string | null;
  readonly priceFlag: string;
  readonly missing: Missing | null;
  readonly provenance: Provenance;
}

export interface ExchangeRateView extends Omit<ExchangeRateRecord, "province" | "district"> {
  readonly province: AreaRecord | null;
  readonly provenance: Provenance;
}

export interface Days {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** The analyses of a country as a whole, or of a province and the towns and groups of districts in it; null without any. */
export async function foodSecurityOf(loaders: Loaders, area: string): Promise<FoodSecurityView[] | null> {
  const [{ data, ...read }, { byPcode }] = await Promise.all([load(loaders.foodSecurity.load(area)), loaders.areas()]);
  if (data.length === 0) return null;
  const provenance = toProvenance(read);
  return data.toSorted(newestAnalysisFirst).map((record) => ({
    ...record,
    period: `${record.from}/${record.to}`,
    province: byPcode.get(record.province ?? "") ?? null,
    provenance,
  }));
}

/**
 * Prices in the markets of an area, oldest first; null where no market is watched.
 * @throws GraphError UNKNOWN_ID for a commodity that is priced nowhere, INVALID_RANGE
 */
export async function foodPricesOf(
  loaders: Loaders,
  area: string,
  { commodity, ...days }: Days & { readonly commodity: string | undefined },
): Promise<FoodPriceView[] | null> {
  requireRange(days.from, days.to);
  const name = commodity === undefined ? undefined : await requireCommodity(loaders, commodity);
  const [{ data, ...read }, { byPcode }] = await Promise.all([load(loaders.foodPrices.load(area)), loaders.areas()]);
  if (data.length === 0) return null;
  const provenance = toProvenance(read);
  return data
    .filter(({ series, date }) => (name === undefined || series.commodity === name) && isWithin(date, days))
    .toSorted((a, b) => compare(a.date, b.date))
    .map(({ series, date, afn, usd, priceFlag, oldAfghani }) => ({
      date,
      market: series.market,
      province: byPcode.get(series.province ?? "") ?? null,
      district: byPcode.get(series.district ?? "") ?? null,
      commodity: series.commodity,
      unit: series.unit,
      priceType: series.priceType,
      afn,
      usd,
      flag: oldAfghani ? "OLD_AFGHANI" : null,
      priceFlag,
      missing: usd === null ? (oldAfghani ? "NOT_COMPARABLE" : "NOT_REPORTED") : null,
      provenance,
    }));
}

/** Rates of the dollar in the markets of an area, oldest first; null where none is watched. @throws GraphError INVALID_RANGE */
export async function exchangeRatesOf(loaders: Loaders, area: string, days: Days): Promise<ExchangeRateView[] | null> {
  requireRange(days.from, days.to);
  const [{ data, ...read }, { byPcode }] = await Promise.all([load(loaders.exchangeRates.load(area)), loaders.areas()]);
  if (data.length === 0) return null;
  const provenance = toProvenance(read);
  return data
    .filter(({ date }) => isWithin(date, days))
    .toSorted((a, b) => compare(a.date, b.date))
    .map((record) => ({ ...record, province: byPcode.get(record.province ?? "") ?? null, provenance }));
}

async function requireCommodity(loaders: Loaders, name: string): Promise<string> {
  const { data } = await load(loaders.commodities.load(foodCountry));
  return requireOneOf(data, "commodity", name);
}

/** Of one analysis the present before what was projected, and the area as a whole before its parts. */
function newestAnalysisFirst(a: FoodSecurityRecord, b: FoodSecurityRecord): number {
  return (
    compare(monthOf(b), monthOf(a)) ||
    compare(a.from, b.from) ||
    compare(kinds[a.kind], kinds[b.kind]) ||
    compare(a.area, b.area)
  );
}

/** The publisher names months as in `Oct 2024`. */
function monthOf({ analysis }: FoodSecurityRecord): number {
  return Date.parse(`1 ${analysis} UTC`);
}

const kinds = { COUNTRY: 0, REGION: 1, PROVINCE: 2, URBAN: 3, CLUSTER: 4 };

function isWithin(date: string, { from, to }: Days): boolean {
  return (from === undefined || date >= from) && (to === undefined || date <= to);
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
