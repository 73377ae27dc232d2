import { requireCountry } from "../../kit/countries.ts";
import { Arg, Ctx, FieldResolver, Float, ID, Query, Resolver, Root } from "../../kit/graphql/decorators.ts";
import { CountryCode, DateScalar } from "../../kit/graphql/scalars.ts";
import { Value } from "../../kit/graphql/values.ts";
import { requireNamed } from "../atlas.ts";
import { toFigureValue } from "../figures.ts";
import type { Context } from "../loaders.ts";
import type { BasinRecord, DamRecord, RiverRecord } from "../records.ts";
import { storageOf, waterAreaOf } from "../reservoirs.ts";
import { Basin } from "../types/basin.ts";
import { Country } from "../types/country.ts";
import { Dam } from "../types/dam.ts";
import { River } from "../types/river.ts";
import { countryDescription, fromDateDescription, toDateDescription } from "./descriptions.ts";

@Resolver(() => Dam)
export class DamResolver {
  @Query(() => [Dam], { nullable: true, description: "The dams of the region that AQUASTAT lists." })
  async dams(
    @Arg("country", () => CountryCode, { nullable: true, description: countryDescription }) country: string | undefined,
    @Arg("river", () => ID, { nullable: true, description: "Only those on this river: its id or another spelling." })
    river: string | undefined,
    @Ctx() { loaders }: Context,
  ): Promise<DamRecord[]> {
    const { dams, rivers } = await loaders.atlas();
    const code = country === undefined ? undefined : requireCountry(country);
    const on = river === undefined ? undefined : requireNamed(rivers, "river", river).id;
    return [...dams.values()].filter(
      (dam) => (code === undefined || dam.country === code) && (on === undefined || dam.river === on),
    );
  }

  @Query(() => Dam, { nullable: true, description: "One dam." })
  async dam(
    @Arg("id", () => ID, { description: "Id of the dam, such as `toktogul`, or another of its names." }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<DamRecord> {
    return requireNamed((await loaders.atlas()).dams, "dam", id);
  }

  @FieldResolver(() => Country, { nullable: true, description: "The country that lists it." })
  country(@Root() { country }: DamRecord): Country {
    return { code: country };
  }

  @FieldResolver(() => [Country], {
    nullable: true,
    description: "Other countries that list the same dam: count it once in a sum over countries.",
  })
  coOwners(@Root() { coOwners }: DamRecord): Country[] {
    return coOwners.map((code) => ({ code }));
  }

  @FieldResolver(() => River, {
    nullable: true,
    description: "Its river; null for a stream or canal that the graph does not have, see `riverName`.",
  })
  async river(@Root() { river }: DamRecord, @Ctx() { loaders }: Context): Promise<RiverRecord | null> {
    return (await loaders.atlas()).rivers.get(river ?? "") ?? null;
  }

  @FieldResolver(() => Basin, { nullable: true, description: "The basin it lies in, as AQUASTAT has it." })
  async basin(@Root() { basin }: DamRecord, @Ctx() { loaders }: Context): Promise<BasinRecord | null> {
    return (await loaders.atlas()).basins.get(basin ?? "") ?? null;
  }

  @FieldResolver(() => [Value], {
    nullable: true,
    description:
      "Water in its reservoir in km3 as news reports print it, oldest first, at the days that were reported; empty where none is at hand.",
  })
  storage(@Root() { id }: DamRecord, @Ctx() { loaders }: Context): Promise<Value[]> {
    return storageOf(id, loaders);
  }

  @FieldResolver(() => [Value], {
    nullable: true,
    description:
      "Area of the water in its reservoir in km2 by satellite, month by month, oldest first. A dam that Global Water Watch is not known to number has one value with `missing` NOT_COVERED; where it cannot be asked this is null with an error.",
  })
  waterArea(
    @Arg("from", () => DateScalar, { nullable: true, description: fromDateDescription }) from: string | undefined,
    @Arg("to", () => DateScalar, { nullable: true, description: toDateDescription }) to: string | undefined,
    @Root() { id }: DamRecord,
    @Ctx() { loaders }: Context,
  ): Promise<Value[]> {
    return waterAreaOf(id, { from, to }, loaders);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      "Installed power of the plant at the dam in MW, by the WRI database; null where it has none. Source in `power`.",
  })
  async powerMw(@Root() dam: DamRecord, @Ctx() context: Context): Promise<number | null> {
    return (await this.power(dam, context))?.value ?? null;
  }

  @FieldResolver(() => Value, {
    nullable: true,
    description: "Installed power of the plant at the dam, with its source; null where the WRI database has none.",
  })
  async power(@Root() { id }: DamRecord, @Ctx() { loaders }: Context): Promise<Value | null> {
    const reading = await loaders.parts.load({ body: "dam", id, measure: "powerMw", country: null });
    return reading ? toFigureValue(reading.data) : null;
  }
}
