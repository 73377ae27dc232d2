import { lazily } from "../../kit/lazily.ts";
import type { Snapshot } from "../../kit/snapshot/read.ts";
import type { Source } from "../../kit/source/source.ts";
import {
  analysedFor,
  type ExchangeRateRecord,
  type FoodPriceRecord,
  type FoodSecurityRecord,
  foodCountry,
  namesOfGoods,
  pricedIn,
  toExchangeRate,
  toFoodPrice,
  toFoodSecurity,
  toPriceSeries,
} from "../records/food.ts";
import { type NeedsRecord, toNeeds } from "../records/needs.ts";
import { type DisplacementRecord, type RiskRecord, toDisplacement, toRisk } from "../records/people.ts";
import { type AreaAndYear, areaAndYearKey, type PlaceAndYear, placeAndYearKey } from "./keys.ts";
import { wholeTable } from "./whole-table.ts";

/** How people live: needs, food, displacement and risk, each by the p-code of an area or the code of a country. */
export interface ShippedConditions {
  readonly needs: Source<AreaAndYear, readonly NeedsRecord[]>;
  readonly foodSecurity: Source<string, readonly FoodSecurityRecord[]>;
  readonly foodPrices: Source<string, readonly FoodPriceRecord[]>;
  readonly exchangeRates: Source<string, readonly ExchangeRateRecord[]>;
  readonly unhcr: Source<PlaceAndYear, readonly DisplacementRecord[]>;
  readonly idmc: Source<PlaceAndYear, readonly DisplacementRecord[]>;
  readonly risk: Source<string, readonly RiskRecord[]>;
  /** Names of all goods that are priced in a country. */
  readonly commodities: Source<string, readonly string[]>;
}

export function createShippedConditions(snapshot: Snapshot): ShippedConditions {
  const asItIs = (code: string) => code;
  const byCountry = ({ country: code }: { country: string }) => [code];
  const series = lazily(async () => (await snapshot.read("food-price-series", toPriceSeries)).rows);
  const displacement = (table: string) =>
    wholeTable(snapshot, {
      table,
      rows: async () => (await snapshot.read(table, toDisplacement)).rows,
      groupsOf: (row) => [placeAndYearKey(row)],
      groupFor: placeAndYearKey,
    });
  return {
    needs: wholeTable(snapshot, {
      table: "needs",
      rows: async () => (await snapshot.read("needs", toNeeds)).rows,
      groupsOf: (row) => [areaAndYearKey(row)],
      groupFor: areaAndYearKey,
      dayOf: ({ asOf }) => asOf,
    }),
    foodSecurity: wholeTable(snapshot, {
      table: "food-security",
      rows: async () => (await snapshot.read("food-security", toFoodSecurity)).rows,
      groupsOf: analysedFor,
      groupFor: asItIs,
    }),
    foodPrices: wholeTable(snapshot, {
      table: "food-prices",
      rows: async () => readPrices(snapshot, await series()),
      groupsOf: ({ series }) => pricedIn(series),
      groupFor: asItIs,
    }),
    exchangeRates: wholeTable(snapshot, {
      table: "exchange-rates",
      rows: async () => (await snapshot.read("exchange-rates", toExchangeRate)).rows,
      groupsOf: pricedIn,
      groupFor: asItIs,
    }),
    unhcr: displacement("unhcr-displacement"),
    idmc: displacement("idmc-displacement"),
    risk: wholeTable(snapshot, {
      table: "risk-index",
      rows: async () => (await snapshot.read("risk-index", toRisk)).rows,
      groupsOf: byCountry,
      groupFor: asItIs,
    }),
    commodities: wholeTable(snapshot, {
      table: "food-price-series",
      rows: async () => namesOfGoods(await series()),
      groupsOf: () => [foodCountry],
      groupFor: asItIs,
    }),
  };
}

async function readPrices(
  snapshot: Snapshot,
  series: readonly ReturnType<typeof toPriceSeries>[],
): Promise<readonly FoodPriceRecord[]> {
  const byNumber = new Map(series.map((each) => [each.number, each]));
  return (await snapshot.read("food-prices", (row) => toFoodPrice(row, byNumber))).rows;
}
