import type { SeriesOf } from "../../kit/graphql/series.ts";
import { toIndicatorSeries } from "../indicator-series.ts";
import type { Context } from "../loaders.ts";
import type { Country, Indicator } from "../types/country.ts";

export type SeriesRecord = SeriesOf<Indicator, Country>;

export async function loadSeries(indicator: string, country: string, { loaders }: Context): Promise<SeriesRecord> {
  return toIndicatorSeries(indicator, country, await loaders.series.load({ indicator, country }));
}
