import type { NewTable } from "../../kit/snapshot/write.ts";
import { refuseTestRecords } from "./flows/flow.ts";
import { type PlaceCodes, readPlaceCodes } from "./place-codes.ts";
import { number, type PublisherRow, readRows, required } from "./publisher-files.ts";

/** What is told by all prices of a series alike. */
interface Series {
  readonly province: string;
  readonly district: string;
  readonly market: string;
  readonly category: string;
  readonly commodity: string;
  readonly unit: string;
  readonly priceType: string;
}

interface Observation {
  readonly series: Series;
  readonly date: string;
  readonly price: number;
  readonly usdPrice: number;
  readonly priceFlag: string;
}

/** The publisher lists the exchange rate among the goods. */
const exchangeRate = "Exchange rate";
/** Goods whose prices before 2003 stand in the currency that was replaced at 1,000 to 1 in October 2002. */
const notRebased = new Set(["non-food", "meat, fish and eggs"]);
const newestDay = "2024-09-15";

const published = {
  sources: ["HDX"],
  licence: "CC-BY-3.0-IGO",
  vintage: newestDay.slice(0, 7),
  retrievedAt: `${newestDay}T00:00:00.000Z`,
};

/** Food prices of the World Food Programme: what is priced where, the prices, and the exchange rates of the same markets. */
export async function importFoodPrices(folder: string): Promise<NewTable[]> {
  const [rows, places] = await Promise.all([
    readRows(folder, "prices/wfp_food_prices_afg_2000-2024.csv.gz"),
    readPlaceCodes(folder),
  ]);
  // The first row of the file holds tags, not figures.
  const observations = rows.filter(({ date }) => !date?.startsWith("#")).map((row) => toObservation(row, places));
  refuseTestRecords(observations.map(({ series }) => `${series.market} ${series.commodity}`));
  const newest = observations
    .map(({ date }) => date)
    .toSorted()
    .at(-1);
  if (newest !== newestDay) throw new Error(`The newest price is of ${newest}, not of ${newestDay}`);
  const rates = observations.filter(({ series }) => series.commodity === exchangeRate);
  const prices = observations.filter(({ series }) => series.commodity !== exchangeRate);
  const keys = [...new Map(prices.map(({ series }) => [keyOf(series), series]))].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return [seriesTable(keys), pricesTable(prices, new Map(keys.map(([key], i) => [key, i + 1]))), ratesTable(rates)];
}

function toObservation(row: PublisherRow, places: PlaceCodes): Observation {
  const province = places.provinceOf(required(row, "admin1"));
  if (required(row, "currency") !== "AFN") throw new Error(`A price in another currency: ${JSON.stringify(row)}`);
  return {
    series: {
      province,
      district: places.districtOf(required(row, "admin2"), province),
      market: required(row, "market"),
      category: required(row, "category"),
      commodity: required(row, "commodity"),
      unit: required(row, "unit"),
      priceType: required(row, "pricetype"),
    },
    date: required(row, "date"),
    price: number(required(row, "price")),
    usdPrice: number(required(row, "usdprice")),
    priceFlag: required(row, "priceflag"),
  };
}

function keyOf({ province, market, commodity, unit, priceType }: Series): string {
  return [province, market, commodity, unit, priceType].join("|");
}

function isOldAfghani({ series, date, price }: Observation): boolean {
  const isOld = notRebased.has(series.category) && date < "2003";
  // Nothing that is priced costs as much in new afghani, or as little in old ones.
  if (isOld !== price > 2_000) throw new Error(`A price in the wrong currency: ${series.commodity} ${date} ${price}`);
  return isOld;
}

function seriesTable(keys: readonly (readonly [string, Series])[]): NewTable {
  return {
    name: "food-price-series",
    info: {
      ...published,
      rule: "One row per market, commodity, unit and kind of price of the price file, numbered in the order of these. Provinces and districts are matched to p-codes by their names, other spellings and former names among them. Positions of markets are left out.",
      columns: {
        series: "Number of the series",
        province: "P-code of the province",
        district: "P-code of the district",
        market: "Name of the market",
        category: "Group of goods",
        commodity: "Name of the good, wages among them",
        unit: "Unit that the price is for",
        priceType: "Kind of price",
      },
    },
    rows: keys.map(([, series], i) => ({ series: i + 1, ...series })),
  };
}

function pricesTable(prices: readonly Observation[], numbers: ReadonlyMap<string, number>): NewTable {
  const rows = prices.map((observation) => {
    const oldAfghani = isOldAfghani(observation);
    return {
      series: numbers.get(keyOf(observation.series)) ?? 0,
      date: observation.date,
      priceAfn: observation.price,
      priceUsd: oldAfghani ? null : observation.usdPrice,
      priceFlag: observation.priceFlag,
      oldAfghani: oldAfghani || null,
    };
  });
  return {
    name: "food-prices",
    info: {
      ...published,
      rule: "One row per price of the price file, exchange rates apart. Wages, fuel and livestock before 2003 are stated in the afghani that was replaced at 1,000 to 1 in October 2002, while the file converts them as if they were in the new one: they are marked and their dollar price is left out. Cereals of those years are in the new afghani already.",
      columns: {
        series: "Number of the series",
        date: "Day in the middle of the month that the price is for",
        priceAfn: "Price in afghani, old ones where oldAfghani says so",
        priceUsd: "Price in US dollars as the publisher converts it; empty where the price is in old afghani",
        priceFlag: "actual where the price was observed, aggregate where it was made from several",
        oldAfghani: "true where the price is in the afghani before October 2002",
      },
    },
    rows: rows.toSorted((a, b) => a.series - b.series || (a.date < b.date ? -1 : 1)),
  };
}

function ratesTable(rates: readonly Observation[]): NewTable {
  const rows = rates.map(({ series: { province, district, market }, date, price, priceFlag }) => ({
    province,
    district,
    market,
    date,
    afnPerUsd: price,
    priceFlag,
  }));
  return {
    name: "exchange-rates",
    info: {
      ...published,
      rule: "One row per market and month that the price file has an exchange rate for, which it lists among the goods. The dollar price that the file makes of it is left out.",
      columns: {
        province: "P-code of the province",
        district: "P-code of the district",
        market: "Name of the market",
        date: "Day in the middle of the month that the rate is for",
        afnPerUsd: "Afghani per US dollar",
        priceFlag: "actual where the rate was observed, aggregate where it was made from several",
      },
    },
    rows: rows.toSorted((a, b) =>
      `${a.province}|${a.market}|${a.date}` < `${b.province}|${b.market}|${b.date}` ? -1 : 1,
    ),
  };
}
