import { type CacheDeps, cached } from "../../kit/cache/cached.ts";
import { lazily } from "../../kit/lazily.ts";
import type { Upstreams } from "../../kit/source/open-upstreams.ts";
import type { Source } from "../../kit/source/source.ts";
import { untilFetched } from "../../kit/source/until-fetched.ts";
import type { Areas } from "../areas.ts";
import { placeNames } from "../place-names.ts";
import {
  analysedFor,
  type FoodPriceRecord,
  type FoodSecurityRecord,
  foodCountry,
  namesOfGoods,
  pricedIn,
} from "../records/food.ts";
import type { PriceSheet } from "../records/market-prices.ts";
import { ttl } from "../ttl.ts";
import { byArea } from "./by-area.ts";
import { createIpcAnalyses } from "./ipc-analyses.ts";
import type { ShippedConditions } from "./shipped-conditions.ts";
import { createWfpPrices } from "./wfp-prices.ts";

export type FoodSources = Pick<ShippedConditions, "foodPrices" | "exchangeRates" | "commodities" | "foodSecurity">;

export interface OpenHdxDeps extends CacheDeps {
  readonly upstreams: Upstreams;
  readonly areas: () => Promise<Areas>;
  /** The tables that answer while nothing newer is kept. */
  readonly shipped: FoodSources;
}

/** Food prices and analyses of food security behind the cache, each a file of the whole country. */
export function openHdx({ upstreams, areas, shipped, ...deps }: OpenHdxDeps): FoodSources {
  const places = lazily(async () => {
    const { byPcode } = await areas();
    return placeNames([...byPcode.values()].filter(({ countryCode }) => countryCode === foodCountry));
  });
  const regions = lazily(async () => {
    const [reading] = (await shipped.foodSecurity.fetch([foodCountry])).values();
    const regional = reading?.data.filter(({ kind }) => kind === "REGION") ?? [];
    return new Map(regional.map(({ analysis, area }) => [analysis, area]));
  });
  const isCovered = async (area: string) =>
    area === foodCountry || (await areas()).byPcode.get(area)?.countryCode === foodCountry;

  const live = { upstream: upstreams.open("HDX"), clock: deps.clock, places };
  const common = {
    ...deps,
    keyOf: (country: string) => ({ country }),
    tagsOf: (country: string) => [`country:${country}`],
    fallback: untilFetched<string, null>("HDX", null),
  };
  const priceSource: Source<string, PriceSheet | null> = createWfpPrices(live);
  const prices = cached(priceSource, { ...common, policy: ttl.foodPrices, operation: "prices" });
  const analysisSource: Source<string, readonly FoodSecurityRecord[] | null> = createIpcAnalyses({ ...live, regions });
  const analyses = cached(analysisSource, { ...common, policy: ttl.foodSecurity, operation: "analyses" });

  return {
    foodPrices: byArea({
      sheets: prices,
      rowsOf: toFoodPrices,
      areasOf: ({ series }) => pricedIn(series),
      isCovered,
      shipped: shipped.foodPrices,
    }),
    exchangeRates: byArea({
      sheets: prices,
      rowsOf: ({ rates }) => rates,
      areasOf: pricedIn,
      isCovered,
      shipped: shipped.exchangeRates,
    }),
    commodities: byArea({
      sheets: prices,
      rowsOf: ({ series }) => namesOfGoods(series),
      areasOf: () => [foodCountry],
      isCovered,
      shipped: shipped.commodities,
    }),
    foodSecurity: byArea({
      sheets: analyses,
      rowsOf: (records) => records,
      areasOf: analysedFor,
      isCovered,
      shipped: shipped.foodSecurity,
    }),
  };
}

function toFoodPrices({ series: all, prices }: PriceSheet): FoodPriceRecord[] {
  return prices.flatMap(({ series: position, ...price }) => {
    const series = all[position];
    return series ? [{ ...price, series }] : [];
  });
}
