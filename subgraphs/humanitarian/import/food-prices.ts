import type { NewTable } from "../../kit/snapshot/write.ts";
import { type PriceRow, type PriceSheet, toPriceSheet } from "../records/market-prices.ts";
import { type PlaceCodes, readPlaceCodes } from "./place-codes.ts";
import { number, type PublisherRow, readRows, required } from "./publisher-files.ts";

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
  const priced = rows.filter(({ date }) => !date?.startsWith("#")).map((row) => toPriceRow(row, places));
  const newest = priced
    .map(({ date }) => date)
    .toSorted()
    .at(-1);
  if (newest !== newestDay) throw new Error(`The newest price is of ${newest}, not of ${newestDay}`);
  const sheet = toPriceSheet(priced);
  return [seriesTable(sheet), pricesTable(sheet), ratesTable(sheet)];
}

function toPriceRow(row: PublisherRow, places: PlaceCodes): PriceRow {
  const province = places.provinceOf(required(row, "admin1"));
  return {
    province,
    district: places.districtOf(required(row, "admin2"), province),
    market: required(row, "market"),
    category: required(row, "category"),
    commodity: required(row, "commodity"),
    unit: required(row, "unit"),
    priceType: required(row, "pricetype"),
    date: required(row, "date"),
    currency: required(row, "currency"),
    price: number(required(row, "price")),
    usdPrice: number(required(row, "usdprice")),
    priceFlag: required(row, "priceflag"),
  };
}

function seriesTable({ series }: PriceSheet): NewTable {
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
    rows: series.map((each, i) => ({ series: i + 1, ...each })),
  };
}

function pricesTable({ prices }: PriceSheet): NewTable {
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
    rows: prices.map(({ series, date, afn, usd, priceFlag, oldAfghani }) => ({
      series: series + 1,
      date,
      priceAfn: afn,
      priceUsd: usd,
      priceFlag,
      oldAfghani: oldAfghani || null,
    })),
  };
}

function ratesTable({ rates }: PriceSheet): NewTable {
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
    rows: rates.map((rate) => ({ ...rate })),
  };
}
