import { Ctx, FieldResolver, Resolver, Root } from "../../kit/graphql/decorators.ts";
import { Value } from "../../kit/graphql/values.ts";
import { airIndicators, toAirValues } from "../annual-air.ts";
import { loadCurrentAir } from "../current-air.ts";
import type { Context } from "../loaders.ts";
import type { BasinRecord, DamRecord, GlacierRecord, LakeRecord, RiverRecord } from "../records.ts";
import { bodiesOf } from "../riparians.ts";
import { Basin } from "../types/basin.ts";
import { Country, CountryWater, Series } from "../types/country.ts";
import { Dam } from "../types/dam.ts";
import { Glacier } from "../types/glacier.ts";
import { Lake } from "../types/lake.ts";
import { River } from "../types/river.ts";
import { loadSeries, type SeriesRecord } from "./series.ts";

@Resolver(() => Country)
export class CountryResolver {
  @FieldResolver(() => CountryWater, { nullable: true, description: "Its water, by AQUASTAT and the JMP." })
  water(@Root() { code }: Country): CountryWater {
    return { country: code };
  }

  @FieldResolver(() => Series, { nullable: true, description: "Forest area in percent of land area (SDG 15.1.1)." })
  forest(@Root() country: Country, @Ctx() context: Context): Promise<SeriesRecord> {
    return loadSeries("UNSD:AG_LND_FRST", country.code, context);
  }

  @FieldResolver(() => Series, { nullable: true, description: "Degraded land in percent of land area (SDG 15.3.1)." })
  degradedLand(@Root() country: Country, @Ctx() context: Context): Promise<SeriesRecord> {
    return loadSeries("UNSD:AG_LND_DGRD", country.code, context);
  }

  @FieldResolver(() => [Value], {
    nullable: true,
    description:
      "Fine particles (PM2.5) in micrograms per cubic metre by each publisher: annual means, oldest first, and of KAZ, KGZ, TJK, TKM, UZB and AFG also the newest hour of some stations and the last days of a model at the capital. They differ widely and are not merged. Empty where no publisher covers the country, which does not mean clean air.",
  })
  async airQuality(@Root() { code }: Country, @Ctx() { loaders }: Context): Promise<Value[]> {
    const [current, ...readings] = await Promise.all([
      loadCurrentAir(code, loaders),
      ...airIndicators.map((indicator) => loaders.series.load({ indicator, country: code })),
    ]);
    return [...toAirValues(readings), ...current];
  }

  @FieldResolver(() => [Basin], { nullable: true, description: "The river basins it has a part in." })
  async basins(@Root() { code }: Country, @Ctx() { loaders }: Context): Promise<BasinRecord[]> {
    const atlas = await loaders.atlas();
    return bodiesOf(atlas, "basin", atlas.basins.keys(), code).flatMap((id) => atlas.basins.get(id) ?? []);
  }

  @FieldResolver(() => [River], { nullable: true, description: "The rivers that run in it or along its border." })
  async rivers(@Root() { code }: Country, @Ctx() { loaders }: Context): Promise<RiverRecord[]> {
    const atlas = await loaders.atlas();
    return bodiesOf(atlas, "river", atlas.rivers.keys(), code).flatMap((id) => atlas.rivers.get(id) ?? []);
  }

  @FieldResolver(() => [Lake], { nullable: true, description: "The large lakes it has a shore on." })
  async lakes(@Root() { code }: Country, @Ctx() { loaders }: Context): Promise<LakeRecord[]> {
    return [...(await loaders.atlas()).lakes.values()].filter(({ countries }) => countries.includes(code));
  }

  @FieldResolver(() => [Dam], { nullable: true, description: "The dams that AQUASTAT lists under it." })
  async dams(@Root() { code }: Country, @Ctx() { loaders }: Context): Promise<DamRecord[]> {
    return [...(await loaders.atlas()).dams.values()].filter(({ country }) => country === code);
  }

  @FieldResolver(() => [Glacier], {
    nullable: true,
    description: "Its glaciers whose mass is measured; empty means that none is, not that it has no ice.",
  })
  async glaciers(@Root() { code }: Country, @Ctx() { loaders }: Context): Promise<GlacierRecord[]> {
    return [...(await loaders.atlas()).glaciers.values()].filter(({ country }) => country === code);
  }
}
