import { Ctx, FieldResolver, Resolver, Root } from "../../kit/graphql/decorators.ts";
import { Value } from "../../kit/graphql/values.ts";
import type { Context } from "../loaders.ts";
import { CountryWater, Series } from "../types/country.ts";
import { deriveStress } from "../water-stress.ts";
import { loadSeries, type SeriesRecord } from "./series.ts";

const withdrawal = "AQUASTAT:4263";
const renewable = "AQUASTAT:4188";
const environmentalFlow = "AQUASTAT:4549";

@Resolver(() => CountryWater)
export class CountryWaterResolver {
  @FieldResolver(() => Series, {
    nullable: true,
    description:
      "Water stress (SDG 6.4.2): freshwater taken in percent of renewable water less environmental flow, by AQUASTAT.",
  })
  stress(@Root() { country }: CountryWater, @Ctx() context: Context): Promise<SeriesRecord> {
    return loadSeries("AQUASTAT:4550", country, context);
  }

  @FieldResolver(() => Series, {
    nullable: true,
    description: "Renewable water in km3 per year, inflow from abroad included, by AQUASTAT.",
  })
  renewable(@Root() { country }: CountryWater, @Ctx() context: Context): Promise<SeriesRecord> {
    return loadSeries(renewable, country, context);
  }

  @FieldResolver(() => Series, {
    nullable: true,
    description:
      "Renewable water that rises in the country in km3 per year, by AQUASTAT; larger than `renewable` where outflow is reserved for others.",
  })
  internalRenewable(@Root() { country }: CountryWater, @Ctx() context: Context): Promise<SeriesRecord> {
    return loadSeries("AQUASTAT:4157", country, context);
  }

  @FieldResolver(() => Series, { nullable: true, description: "Freshwater taken in km3 per year, by AQUASTAT." })
  withdrawal(@Root() { country }: CountryWater, @Ctx() context: Context): Promise<SeriesRecord> {
    return loadSeries(withdrawal, country, context);
  }

  @FieldResolver(() => Series, {
    nullable: true,
    description: "Share of the renewable water that comes from abroad in percent, by AQUASTAT.",
  })
  dependency(@Root() { country }: CountryWater, @Ctx() context: Context): Promise<SeriesRecord> {
    return loadSeries("AQUASTAT:4192", country, context);
  }

  @FieldResolver(() => Series, {
    nullable: true,
    description: "Water use efficiency (SDG 6.4.1) in US dollars of value added per m3 used, by AQUASTAT.",
  })
  useEfficiency(@Root() { country }: CountryWater, @Ctx() context: Context): Promise<SeriesRecord> {
    return loadSeries("AQUASTAT:4551", country, context);
  }

  @FieldResolver(() => Series, {
    nullable: true,
    description: "People with safely managed drinking water in percent (SDG 6.1.1), by the JMP.",
  })
  safelyManagedDrinkingWater(@Root() { country }: CountryWater, @Ctx() context: Context): Promise<SeriesRecord> {
    return loadSeries("JMP:WAT_SM", country, context);
  }

  @FieldResolver(() => Series, {
    nullable: true,
    description: "People with at least basic drinking water in percent, by the JMP.",
  })
  basicDrinkingWater(@Root() { country }: CountryWater, @Ctx() context: Context): Promise<SeriesRecord> {
    return loadSeries("JMP:WAT_BAS", country, context);
  }

  @FieldResolver(() => Series, {
    nullable: true,
    description: "Capacity of all reservoirs in km3, by AQUASTAT; more dams than the list of dams has.",
  })
  damCapacity(@Root() { country }: CountryWater, @Ctx() context: Context): Promise<SeriesRecord> {
    return loadSeries("AQUASTAT:4197", country, context);
  }

  @FieldResolver(() => [Value], {
    nullable: true,
    description: "Water stress in percent computed anew from withdrawal, renewable water and environmental flow.",
  })
  async derivedStress(@Root() { country }: CountryWater, @Ctx() { loaders }: Context): Promise<Value[]> {
    const [taken, has, leaves] = await Promise.all(
      [withdrawal, renewable, environmentalFlow].map((indicator) => loaders.series.load({ indicator, country })),
    );
    return deriveStress(taken, has, leaves);
  }
}
