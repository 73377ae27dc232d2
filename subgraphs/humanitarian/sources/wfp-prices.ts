/**
 * Food prices of the World Food Programme, from its files on the Humanitarian Data Exchange: CC BY-IGO, no key.
 * https://data.humdata.org/organization/wfp
 *
 * "Exchange rate" is a commodity there and wages are too; in Afghanistan prices before October 2002 are in the old
 * currency for all but cereals, so that their US dollars are a thousand times too large.
 */
import { z } from "zod";
import { gather } from "../../kit/source/gather.ts";
import type { Reading, Source } from "../../kit/source/source.ts";
import type { Upstream } from "../../kit/source/upstream.ts";
import { numberCell, readHdxFile } from "./hdx-files.ts";

export interface PriceRecord {
  readonly date: string;
  readonly admin1: string | null;
  readonly market: string;
  readonly commodity: string;
  readonly unit: string;
  readonly isAggregate: boolean;
  /** Such as `Retail`. */
  readonly level: string;
  readonly currency: string;
  readonly price: number;
  /** Null where the publisher has none, or one in the old currency. */
  readonly priceUsd: number | null;
}

/** Data sets by alpha-3 code of the country. */
const datasets: Readonly<Record<string, string>> = {
  AFG: "wfp-food-prices-for-afghanistan",
  KAZ: "wfp-food-prices-for-kazakhstan",
  KGZ: "wfp-food-prices-for-kyrgyzstan",
  TJK: "wfp-food-prices-for-tajikistan",
};
/** Day on which Afghanistan took three zeros off its currency. */
const newAfghani = "2002-10-07";

const row = z.object({
  date: z.string(),
  admin1: z.string(),
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

export interface WfpDeps {
  readonly upstream: Upstream;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** Prices by alpha-3 code of the country, the oldest first; countries without a data set are absent. */
export function createWfpPrices({ upstream, clock }: WfpDeps): Source<string, readonly PriceRecord[]> {
  async function read(country: string, dataset: string, signal?: AbortSignal) {
    const table = await readHdxFile(upstream, { dataset, file: /food prices/i, row }, signal);
    if (!table) return new Map<string, Reading<readonly PriceRecord[]>>();
    const retrievedAt = new Date(clock()).toISOString();
    const data = table.rows.flatMap((each) => toPrice(country, each) ?? []).sort((a, b) => (a.date < b.date ? -1 : 1));
    return new Map([
      [country, { data, source: upstream.id, freshness: "LIVE" as const, retrievedAt, vintage: table.vintage }],
    ]);
  }
  return {
    id: upstream.id,
    fetch(countries, signal) {
      const known = countries.flatMap((country) => (datasets[country] ? [[country, datasets[country]] as const] : []));
      return gather(
        known.map(([country, dataset]) => ({ keys: [country], read: () => read(country, dataset, signal) })),
      );
    },
  };
}

function toPrice(country: string, found: z.infer<typeof row>): PriceRecord | undefined {
  const { date, admin1, market, category, commodity, unit, priceflag, pricetype, currency, price, usdprice } = found;
  if (price === null) return undefined;
  const isOldMoney = country === "AFG" && date < newAfghani && category !== "cereals and tubers";
  return {
    date,
    admin1: admin1 || null,
    market,
    commodity,
    unit,
    isAggregate: priceflag.includes("aggregate"),
    level: pricetype,
    currency,
    price,
    priceUsd: isOldMoney ? null : usdprice,
  };
}
