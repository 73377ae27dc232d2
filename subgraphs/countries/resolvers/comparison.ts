import { requireCountry } from "../../kit/countries.ts";
import { Arg, Ctx, ID, Int, Query, Resolver } from "../../kit/graphql/decorators.ts";
import { CountryCode } from "../../kit/graphql/scalars.ts";
import type { Value } from "../../kit/graphql/values.ts";
import { requireAtMost, requireRange } from "../../kit/require.ts";
import { meanOfRegion } from "../aggregate.ts";
import { countriesInScope, requireIndicator } from "../catalogue.ts";
import { type ComparisonRecord, compareSeries, type RankedRecord, rankSeries } from "../comparison.ts";
import type { Context } from "../loaders.ts";
import type { CatalogueIndicator, CountryRecord } from "../records.ts";
import { type SeriesRecord, seriesOf } from "../series.ts";
import { Comparison, RankedValue, RegionalAggregate, Weights } from "../types/comparison.ts";
import { CountryScope } from "../types/country.ts";

const mostCountries = 50;
const population = "SP.POP.TOTL";
const indicatorDescription = "Id of the indicator.";

@Resolver()
export class ComparisonResolver {
  @Query(() => Comparison, {
    nullable: true,
    description: "One indicator side by side for several countries; at most 50.",
  })
  async compare(
    @Arg("indicator", () => ID, { description: indicatorDescription }) id: string,
    @Arg("countries", () => [CountryCode], { description: "The countries, in the order of the rows." }) codes: string[],
    @Arg("from", () => Int, { nullable: true, description: "First year." }) from: number | undefined,
    @Arg("to", () => Int, { nullable: true, description: "Last year." }) to: number | undefined,
    @Ctx() { loaders }: Context,
  ): Promise<ComparisonRecord> {
    requireRange(from, to);
    requireAtMost(mostCountries, codes, "countries");
    const catalogue = await loaders.catalogue();
    const indicator = requireIndicator(catalogue, id);
    const countries = codes.map((code) => catalogue.country(requireCountry(code)));
    return compareSeries(indicator, await seriesOfAll(loaders, indicator, countries, from, to));
  }

  @Query(() => [RankedValue], {
    nullable: true,
    description:
      "Countries by one indicator, the largest figure first. Countries without a figure for the year are left out.",
  })
  async ranking(
    @Arg("indicator", () => ID, { description: indicatorDescription }) id: string,
    @Arg("year", () => Int, {
      nullable: true,
      description:
        "The year to rank; when absent the newest for which at least half of the countries with any figure have one.",
    })
    year: number | undefined,
    @Arg("scope", () => CountryScope, { defaultValue: CountryScope.REGION, description: "Which countries to rank." })
    scope: CountryScope,
    @Ctx() { loaders }: Context,
  ): Promise<RankedRecord[]> {
    const catalogue = await loaders.catalogue();
    const indicator = requireIndicator(catalogue, id);
    return rankSeries(await seriesOfAll(loaders, indicator, countriesInScope(catalogue, scope)), year);
  }

  @Query(() => RegionalAggregate, {
    nullable: true,
    description:
      "The mean of the six, year by year. It suits rates and shares; of totals (people, dollars) a mean says little.",
  })
  async regionalAggregate(
    @Arg("indicator", () => ID, { description: indicatorDescription }) id: string,
    @Arg("weights", () => Weights, { description: "How the countries count." }) weights: Weights,
    @Arg("from", () => Int, { nullable: true, description: "First year." }) from: number | undefined,
    @Arg("to", () => Int, { nullable: true, description: "Last year." }) to: number | undefined,
    @Ctx() { loaders }: Context,
  ): Promise<{ indicator: CatalogueIndicator; weights: Weights; values: Value[] }> {
    requireRange(from, to);
    const catalogue = await loaders.catalogue();
    const indicator = requireIndicator(catalogue, id);
    const six = countriesInScope(catalogue, "REGION");
    const [series, populations] = await Promise.all([
      seriesOfAll(loaders, indicator, six, from, to),
      weights === "POPULATION"
        ? seriesOfAll(loaders, requireIndicator(catalogue, population), six, from, to)
        : undefined,
    ]);
    return { indicator, weights, values: meanOfRegion(series, populations) };
  }
}

function seriesOfAll(
  loaders: Context["loaders"],
  indicator: CatalogueIndicator,
  countries: readonly CountryRecord[],
  from?: number,
  to?: number,
): Promise<SeriesRecord[]> {
  return Promise.all(
    countries.map(async (country) =>
      seriesOf({ indicator, country, from, to }, await loaders.everySeries.load({ indicator, country: country.code })),
    ),
  );
}
