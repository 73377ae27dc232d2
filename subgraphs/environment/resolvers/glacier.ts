import { requireCountry } from "../../kit/countries.ts";
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "../../kit/graphql/decorators.ts";
import { CountryCode } from "../../kit/graphql/scalars.ts";
import { toProvenance, toValue, Value } from "../../kit/graphql/values.ts";
import { requireFound, requireRange } from "../../kit/require.ts";
import { cumulativeOf, gapsOf, toBalances } from "../balances.ts";
import type { Context } from "../loaders.ts";
import type { GlacierRecord } from "../records.ts";
import { Country } from "../types/country.ts";
import { Glacier } from "../types/glacier.ts";
import * as text from "./descriptions.ts";

@Resolver(() => Glacier)
export class GlacierResolver {
  @Query(() => [Glacier], {
    nullable: true,
    description: "The glaciers whose mass is measured. None in a country means that none is, not that it has no ice.",
  })
  async glaciers(
    @Arg("country", () => CountryCode, { nullable: true, description: text.countryDescription })
    country: string | undefined,
    @Ctx() { loaders }: Context,
  ): Promise<GlacierRecord[]> {
    const glaciers = [...(await loaders.atlas()).glaciers.values()];
    const code = country === undefined ? undefined : requireCountry(country);
    return code === undefined ? glaciers : glaciers.filter((glacier) => glacier.country === code);
  }

  @Query(() => Glacier, { nullable: true, description: "One glacier." })
  async glacier(
    @Arg("wgmsId", () => ID, { description: "Its number at the World Glacier Monitoring Service, such as `817`." })
    wgmsId: string,
    @Ctx() { loaders }: Context,
  ): Promise<GlacierRecord> {
    const { glaciers } = await loaders.atlas();
    return requireFound(glaciers.get(wgmsId.trim()), "glacier", wgmsId, glaciers.keys());
  }

  @FieldResolver(() => Country, { nullable: true, description: "The country it lies in." })
  country(@Root() { country }: GlacierRecord): Country {
    return { code: country };
  }

  @FieldResolver(() => Value, { nullable: true, description: "Its newest reported area in km2, of the year given." })
  async areaKm2(@Root() { areaKm2, areaYear }: GlacierRecord, @Ctx() { loaders }: Context): Promise<Value | null> {
    if (areaKm2 === null || areaYear === null) return null;
    const provenance = (await loaders.atlas()).provenanceOf("glaciers", "WGMS");
    return toValue({ value: areaKm2, year: areaYear, unit: "km2", nature: "MEASURED", provenance });
  }

  @FieldResolver(() => [Value], {
    nullable: true,
    description:
      "Change of its mass over each measured year in millimetres of water equivalent, below zero for a loss; `gaps` has the years that were not measured.",
  })
  async massBalance(
    @Arg("from", () => Int, { nullable: true, description: text.fromYearDescription }) from: number | undefined,
    @Arg("to", () => Int, { nullable: true, description: text.toYearDescription }) to: number | undefined,
    @Root() { wgmsId }: GlacierRecord,
    @Ctx() { loaders }: Context,
  ): Promise<Value[]> {
    requireRange(from, to);
    const reading = await loaders.balances.load(wgmsId);
    if (!reading) return [];
    const taken = reading.data.filter(({ year }) => year >= (from ?? -Infinity) && year <= (to ?? Infinity));
    return toBalances(taken, toProvenance(reading));
  }

  @FieldResolver(() => Value, {
    nullable: true,
    description:
      "Sum of all its annual balances in millimetres of water equivalent; null with `missing` GAPS where a year is missing.",
  })
  async cumulativeBalance(@Root() { wgmsId }: GlacierRecord, @Ctx() { loaders }: Context): Promise<Value | null> {
    const reading = await loaders.balances.load(wgmsId);
    return reading ? cumulativeOf(reading.data, toProvenance(reading)) : null;
  }

  @FieldResolver(() => [Int], {
    nullable: true,
    description: "The years between its first and its last annual balance that have none.",
  })
  async gaps(@Root() { wgmsId }: GlacierRecord, @Ctx() { loaders }: Context): Promise<number[]> {
    return gapsOf((await loaders.balances.load(wgmsId))?.data ?? []);
  }
}
