/**
 * Food prices of the World Food Programme in Afghanistan, from its file on the Humanitarian Data Exchange: CC BY-IGO,
 * no key. https://data.humdata.org/dataset/wfp-food-prices-for-afghanistan
 *
 * "Exchange rate" is a commodity there and wages are too; some prices before 2003 are in the old currency. Markets that
 * open later can lie in places whose spelling is not known here: their prices stand for the country.
 */
import { z } from "zod";
import { type LiveDeps, liveReading } from "../../kit/source/live-reading.ts";
import type { Source } from "../../kit/source/source.ts";
import type { PlaceNames } from "../place-names.ts";
import { foodCountry } from "../records/food.ts";
import { type PriceRow, type PriceSheet, toPriceSheet } from "../records/market-prices.ts";
import { listHdxFiles, numberCell, readHdxFile } from "./hdx-files.ts";

const dataset = "wfp-food-prices-for-afghanistan";

const row = z.object({
  date: z.string(),
  admin1: z.string(),
  admin2: z.string(),
  market: z.string(),
  category: z.string(),
  commodity: z.string(),
  unit: z.string(),
  priceflag: z.string(),
  pricetype: z.string(),
  currency: z.string(),
  price: numberCell,
  usdprice: numberCell,
});

type Row = z.infer<typeof row>;

export interface WfpDeps extends LiveDeps {
  readonly places: () => Promise<PlaceNames>;
}

/** The whole price file, by alpha-3 code of the country; there is one for Afghanistan alone. */
export function createWfpPrices(deps: WfpDeps): Source<string, PriceSheet> {
  const { upstream, places } = deps;
  return {
    id: upstream.id,
    async fetch(countries, signal) {
      if (!countries.includes(foodCountry)) return new Map();
      const [listing, known] = await Promise.all([listHdxFiles(upstream, dataset, signal), places()]);
      const make = (rows: readonly Row[]) => toPriceSheet(rows.flatMap((each) => toPriceRow(each, known) ?? []));
      const file = { file: /food prices/i, row, make };
      const { data, vintage } = await readHdxFile(upstream, listing, file, signal);
      return new Map([[foodCountry, liveReading(deps, data, vintage)]]);
    },
  };
}

/** Undefined for a row without a price. */
function toPriceRow(found: Row, places: PlaceNames): PriceRow | undefined {
  const { date, market, category, commodity, unit, currency, price, usdprice: usdPrice } = found;
  if (price === null) return undefined;
  const province = places.provinceOf(found.admin1) ?? null;
  const district = (province && places.districtOf(found.admin2, province)) ?? null;
  const { pricetype: priceType, priceflag: priceFlag } = found;
  return {
    province,
    district,
    market,
    category,
    commodity,
    unit,
    priceType,
    date,
    currency,
    price,
    usdPrice,
    priceFlag,
  };
}
