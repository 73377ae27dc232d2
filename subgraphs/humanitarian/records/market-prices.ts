import type { ExchangeRateRecord, FoodPriceRecord, PriceSeries } from "./food.ts";
import { refuseTestRecords, UnknownRow } from "./unknown-row.ts";

/** A row of the price file, with the codes of its place. */
export interface PriceRow extends PriceSeries {
  /** Group of goods. */
  readonly category: string;
  readonly date: string;
  readonly currency: string;
  readonly price: number;
  /** As the publisher converts it. */
  readonly usdPrice: number | null;
  readonly priceFlag: string;
}

/** What the price file holds: the prices of what is priced where, and the exchange rates of the same markets. */
export interface PriceSheet {
  /** In the order of place and good. */
  readonly series: readonly PricedSeries[];
  /** In the order of the series and of the days. */
  readonly prices: readonly SheetPrice[];
  /** In the order of place and day. */
  readonly rates: readonly FlaggedRate[];
}

interface PricedSeries extends PriceSeries {
  readonly category: string;
}

interface SheetPrice extends Omit<FoodPriceRecord, "series"> {
  /** Position of the series, from 0. */
  readonly series: number;
}

interface FlaggedRate extends ExchangeRateRecord {
  readonly priceFlag: string;
}

/** The publisher lists the exchange rate among the goods. */
const exchangeRate = "Exchange rate";
/** Goods whose prices before 2003 stand in the currency that was replaced at 1,000 to 1 in October 2002. */
const notRebased = new Set(["non-food", "meat, fish and eggs"]);
/** Of those years, nothing that is priced costs as much in new afghani, or as little in old ones. */
const leastOldPrice = 2_000;

/** @throws UnknownRow on another currency, on a test record and on a price that cannot be in the currency it is in */
export function toPriceSheet(rows: readonly PriceRow[]): PriceSheet {
  refuseTestRecords(rows.map(({ market, commodity }) => `${market} ${commodity}`));
  const foreign = rows.find(({ currency }) => currency !== "AFN");
  if (foreign) throw new UnknownRow(`A price in another currency: ${JSON.stringify(foreign)}`);
  const priced = rows.filter(({ commodity }) => commodity !== exchangeRate);
  const keyOf = new Map(priced.map((row) => [row, seriesKey(row)]));
  const byKey = new Map([...keyOf].map(([row, key]) => [key, row]));
  const keys = [...byKey.keys()].toSorted();
  const positions = new Map(keys.map((key, i) => [key, i]));
  return {
    series: keys.flatMap((key) => byKey.get(key) ?? []).map(toSeries),
    prices: priced
      .map((row) => toPrice(row, positions.get(keyOf.get(row) ?? "") ?? 0))
      .toSorted((a, b) => a.series - b.series || (a.date < b.date ? -1 : 1)),
    rates: rows
      .filter(({ commodity }) => commodity === exchangeRate)
      .map(toRate)
      .toSorted((a, b) => (rateKey(a) < rateKey(b) ? -1 : 1)),
  };
}

function toSeries({ province, district, market, category, commodity, unit, priceType }: PriceRow): PricedSeries {
  return { province, district, market, category, commodity, unit, priceType };
}

function toPrice(row: PriceRow, series: number): SheetPrice {
  const oldAfghani = isOldAfghani(row);
  const { date, price: afn, usdPrice, priceFlag } = row;
  return { series, date, afn, usd: oldAfghani ? null : usdPrice, priceFlag, oldAfghani };
}

function isOldAfghani({ category, commodity, date, price }: PriceRow): boolean {
  if (date >= "2003") return false;
  const isOld = notRebased.has(category);
  if (isOld !== price > leastOldPrice) {
    throw new UnknownRow(`A price in the wrong currency: ${commodity} ${date} ${price}`);
  }
  return isOld;
}

function toRate({ province, district, market, date, price, priceFlag }: PriceRow): FlaggedRate {
  return { province, district, market, date, afnPerUsd: price, priceFlag };
}

function seriesKey({ province, market, commodity, unit, priceType }: PriceSeries): string {
  return [province, market, commodity, unit, priceType].join("|");
}

function rateKey({ province, market, date }: ExchangeRateRecord): string {
  return `${province ?? ""}|${market}|${date}`;
}
