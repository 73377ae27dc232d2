import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root } from "../../kit/graphql/decorators.ts";
import { sources } from "../../kit/register/sources.ts";
import { requireFound } from "../../kit/require.ts";
import type { Context } from "../loaders.ts";
import { type CountryRecord, isOf } from "../records.ts";
import { type SdgProgressRecord, sdgProgressOf } from "../sdg-progress.ts";
import { type SeriesRecord, seriesOf } from "../series.ts";
import { Country } from "../types/country.ts";
import { Series } from "../types/indicator.ts";
import { SdgProgress } from "../types/progress.ts";

@Resolver(() => Country)
export class CountryProgressResolver {
  @FieldResolver(() => [SdgProgress], {
    nullable: true,
    description:
      "Progress on each SDG indicator for which any publisher has a figure. The national SDG platforms of Kazakhstan, Kyrgyzstan and Tajikistan stand beside the World Bank and the UN; of the other countries none is read.",
  })
  async sdg(
    @Arg("goal", () => Int, { nullable: true, description: "Just the indicators of this goal, 1 to 17." }) goal:
      | number
      | undefined,
    @Root() country: CountryRecord,
    @Ctx() { loaders }: Context,
  ): Promise<SdgProgressRecord[]> {
    const { goals, sdgIndicators, indicators } = await loaders.catalogue();
    if (goal !== undefined) requireFound(goals.get(goal), "SDG goal", String(goal), [...goals.keys()].map(String));
    const asked = [...sdgIndicators.values()].filter((indicator) => goal === undefined || indicator.goal === goal);
    const measured = [...indicators.values()].filter(
      (indicator) => indicator.table !== null && indicator.sdgIndicators.length > 0 && isOf(indicator, country.code),
    );
    const progress = await Promise.all(
      asked.map(async (sdgIndicator) => {
        const series = await Promise.all(
          measured
            .filter(({ sdgIndicators: codes }) => codes.includes(sdgIndicator.code))
            .map(async (indicator) =>
              seriesOf({ indicator, country }, await loaders.series.load({ indicator, country: country.code })),
            ),
        );
        return sdgProgressOf(sdgIndicator, country, series) ?? [];
      }),
    );
    return progress.flat();
  }
}

@Resolver(() => SdgProgress)
export class SdgProgressResolver {
  @FieldResolver(() => [Series], { nullable: true, description: "The whole series behind the observations." })
  series(
    @Arg("source", () => ID, { nullable: true, description: "Just those of this source, such as `WORLD_BANK`." })
    source: string | undefined,
    @Root() { allSeries }: SdgProgressRecord,
  ): SeriesRecord[] {
    if (source === undefined) return [...allSeries];
    const known = sources.map(({ id }) => id);
    requireFound(
      known.find((id) => id === source),
      "source",
      source,
      known,
    );
    return allSeries.filter(({ indicator }) => indicator?.source === source);
  }
}
