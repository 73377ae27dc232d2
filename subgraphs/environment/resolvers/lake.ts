import { requireCountry } from "../../kit/countries.ts";
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "../../kit/graphql/decorators.ts";
import { Language } from "../../kit/graphql/enums.ts";
import { CountryCode, DateScalar } from "../../kit/graphql/scalars.ts";
import { type Provenance, toProvenance, toValue, Value } from "../../kit/graphql/values.ts";
import { groupBy } from "../../kit/group-by.ts";
import { requireRange } from "../../kit/require.ts";
import { requireNamed } from "../atlas.ts";
import { toFigureValue } from "../figures.ts";
import { annualLevels, observedLevels } from "../levels.ts";
import type { Context } from "../loaders.ts";
import type { LakeRecord, LevelRecord } from "../records.ts";
import { Country } from "../types/country.ts";
import { Resolution, VerticalDatum } from "../types/enums.ts";
import { Lake, LevelSeries } from "../types/lake.ts";
import * as text from "./descriptions.ts";

@Resolver(() => Lake)
export class LakeResolver {
  @Query(() => [Lake], { nullable: true, description: "The large lakes of the region." })
  async lakes(
    @Arg("country", () => CountryCode, { nullable: true, description: text.countryDescription })
    country: string | undefined,
    @Ctx() { loaders }: Context,
  ): Promise<LakeRecord[]> {
    const lakes = [...(await loaders.atlas()).lakes.values()];
    const code = country === undefined ? undefined : requireCountry(country);
    return code === undefined ? lakes : lakes.filter(({ countries }) => countries.includes(code));
  }

  @Query(() => Lake, { nullable: true, description: "One lake." })
  async lake(
    @Arg("id", () => ID, { description: "Id of the lake, such as `aral-sea`, or another spelling of its name." })
    id: string,
    @Ctx() { loaders }: Context,
  ): Promise<LakeRecord> {
    return requireNamed((await loaders.atlas()).lakes, "lake", id);
  }

  @FieldResolver(() => String, { nullable: true, description: text.nameDescription })
  async name(
    @Arg("language", () => Language, { defaultValue: Language.EN, description: text.languageDescription })
    language: Language,
    @Root() { id }: LakeRecord,
    @Ctx() { loaders }: Context,
  ): Promise<string | null> {
    return (await loaders.atlas()).nameOf("lake", id, language);
  }

  @FieldResolver(() => [Value], {
    nullable: true,
    description:
      "Area of the water surface in km2, oldest first. Figures of reference works, which belong to no year, come last and only when no range is asked for.",
  })
  async areas(
    @Arg("from", () => Int, { nullable: true, description: text.fromYearDescription }) from: number | undefined,
    @Arg("to", () => Int, { nullable: true, description: text.toYearDescription }) to: number | undefined,
    @Root() { id }: LakeRecord,
    @Ctx() { loaders }: Context,
  ): Promise<Value[]> {
    requireRange(from, to);
    const [reading, { figuresOf }] = await Promise.all([loaders.areas.load(id), loaders.atlas()]);
    const dated = (reading?.data ?? [])
      .filter(({ year }) => year >= (from ?? -Infinity) && year <= (to ?? Infinity))
      .map(({ year, areaKm2 }) => {
        const provenance = toProvenance(reading as NonNullable<typeof reading>);
        return toValue({ year, value: areaKm2, unit: "km2", nature: "MEASURED", provenance });
      });
    const ranged = from !== undefined || to !== undefined;
    return ranged ? dated : [...dated, ...figuresOf("lake", id, "areaKm2").map(toFigureValue)];
  }

  @FieldResolver(() => [Value], {
    nullable: true,
    description:
      "Volumes of its water in km3 as publications print them, each with the time it stands for in `note`; empty where none is at hand.",
  })
  async volumes(@Root() { id }: LakeRecord, @Ctx() { loaders }: Context): Promise<Value[]> {
    return (await loaders.atlas()).figuresOf("lake", id, "volumeKm3").map(toFigureValue);
  }

  @FieldResolver(() => [LevelSeries], {
    nullable: true,
    description: "Its levels, one series for each source and datum; empty where none is at hand.",
  })
  async levels(
    @Arg("datum", () => VerticalDatum, { nullable: true, description: "Only levels above this datum." })
    datum: VerticalDatum | undefined,
    @Root() { id }: LakeRecord,
    @Ctx() { loaders }: Context,
  ): Promise<LevelSeriesOf[]> {
    const readings = await Promise.all([loaders.levels.load(id), loaders.monitoredLevels.load(id)]);
    const series = readings.flatMap((reading) => {
      if (!reading) return [];
      const provenance = toProvenance(reading);
      return [...groupBy(reading.data, (level) => level.datum)].map(([of, levels]) => {
        return { datum: of as VerticalDatum, source: provenance.source, provenance, levels };
      });
    });
    return datum === undefined ? series : series.filter((one) => one.datum === datum);
  }

  @FieldResolver(() => [Country], { nullable: true, description: "The countries on its shore." })
  countries(@Root() { countries }: LakeRecord): Country[] {
    return countries.map((code) => ({ code }));
  }
}

interface LevelSeriesOf extends LevelSeries {
  readonly provenance: Provenance;
  readonly levels: readonly LevelRecord[];
}

@Resolver(() => LevelSeries)
export class LevelSeriesResolver {
  @FieldResolver(() => [Value], {
    description: "Levels in metres above the datum, oldest first; the mean of a part of a year says so in its note.",
  })
  values(
    @Arg("resolution", () => Resolution, {
      defaultValue: Resolution.ANNUAL,
      description: "Means of the years, or every observation.",
    })
    resolution: Resolution,
    @Arg("from", () => DateScalar, {
      nullable: true,
      description: "First day to take; of annual means, the first year that holds it.",
    })
    from: string | undefined,
    @Arg("to", () => DateScalar, {
      nullable: true,
      description: "Last day to take; of annual means, the last year that holds it.",
    })
    to: string | undefined,
    @Root() { levels, provenance }: LevelSeriesOf,
  ): Value[] {
    requireRange(from, to);
    const length = resolution === "ANNUAL" ? 4 : 10;
    const [first, last] = [(from ?? "").slice(0, length), (to ?? "9999").slice(0, length)];
    const taken = levels.filter(({ date }) => date.slice(0, length) >= first && date.slice(0, length) <= last);
    return resolution === "ANNUAL" ? annualLevels(taken, provenance) : observedLevels(taken, provenance);
  }
}
