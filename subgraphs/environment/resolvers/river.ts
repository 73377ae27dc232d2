import { requireCountry } from "../../kit/countries.ts";
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "../../kit/graphql/decorators.ts";
import { Language } from "../../kit/graphql/enums.ts";
import { CountryCode, DateScalar } from "../../kit/graphql/scalars.ts";
import { toProvenance, Value } from "../../kit/graphql/values.ts";
import { requireRange } from "../../kit/require.ts";
import { type Gauge as AtlasGauge, requireNamed } from "../atlas.ts";
import { normOf, toDischargeValues, toNormValue, toPercentOfNorm } from "../discharge.ts";
import { toFigureValue } from "../figures.ts";
import type { Context } from "../loaders.ts";
import { loadModelledDischarge } from "../modelled-discharge.ts";
import type { BasinRecord, DamRecord, RiverRecord } from "../records.ts";
import { bodiesOf, type RiparianRecord, riparians } from "../riparians.ts";
import { Basin, Riparian } from "../types/basin.ts";
import { Dam } from "../types/dam.ts";
import { DischargeSeries, Gauge, River } from "../types/river.ts";
import * as text from "./descriptions.ts";

@Resolver(() => River)
export class RiverResolver {
  @Query(() => [River], { nullable: true, description: "The rivers of the region." })
  async rivers(
    @Arg("country", () => CountryCode, { nullable: true, description: text.countryDescription })
    country: string | undefined,
    @Ctx() { loaders }: Context,
  ): Promise<RiverRecord[]> {
    const atlas = await loaders.atlas();
    if (country === undefined) return [...atlas.rivers.values()];
    const ids = bodiesOf(atlas, "river", atlas.rivers.keys(), requireCountry(country));
    return ids.flatMap((id) => atlas.rivers.get(id) ?? []);
  }

  @Query(() => River, { nullable: true, description: "One river." })
  async river(
    @Arg("id", () => ID, { description: "Id of the river, such as `syr-darya`, or another spelling of its name." })
    id: string,
    @Ctx() { loaders }: Context,
  ): Promise<RiverRecord> {
    return requireNamed((await loaders.atlas()).rivers, "river", id);
  }

  @FieldResolver(() => String, { nullable: true, description: text.nameDescription })
  async name(
    @Arg("language", () => Language, { defaultValue: Language.EN, description: text.languageDescription })
    language: Language,
    @Root() { id }: RiverRecord,
    @Ctx() { loaders }: Context,
  ): Promise<string | null> {
    return (await loaders.atlas()).nameOf("river", id, language);
  }

  @FieldResolver(() => [Value], {
    nullable: true,
    description: "Its length in km by each source; the notes say from where it is counted.",
  })
  async lengthKm(@Root() { id }: RiverRecord, @Ctx() { loaders }: Context): Promise<Value[]> {
    return (await loaders.atlas()).figuresOf("river", id, "lengthKm").map(toFigureValue);
  }

  @FieldResolver(() => [Value], {
    nullable: true,
    description: "Area of its basin in km2 by each source; they draw the limits differently, as the notes say.",
  })
  async basinAreaKm2(@Root() { id, basin }: RiverRecord, @Ctx() { loaders }: Context): Promise<Value[]> {
    const { figuresOf } = await loaders.atlas();
    const ofBasin = basin === id ? figuresOf("basin", id, "basinAreaKm2") : [];
    return [...figuresOf("river", id, "basinAreaKm2"), ...ofBasin].map(toFigureValue);
  }

  @FieldResolver(() => [Value], {
    nullable: true,
    description: "Its mean flow by each source, in km3 per year or, at a gauge, in m3/s; `unit` says which.",
  })
  async meanFlow(@Root() { id }: RiverRecord, @Ctx() { loaders }: Context): Promise<Value[]> {
    const { figuresOf, gauges } = await loaders.atlas();
    const atGauges = await Promise.all(
      gauges
        .filter(({ river }) => river === id)
        .map(async ({ code, name }) => {
          const reading = await loaders.discharge.load(code);
          const norm = reading && normOf(reading.data);
          return norm ? [toNormValue(norm, name, toProvenance(reading))] : [];
        }),
    );
    return [...figuresOf("river", id, "meanFlowKm3").map(toFigureValue), ...atGauges.flat()];
  }

  @FieldResolver(() => Basin, { nullable: true, description: "Its basin; null for a river that ends on its own." })
  async basin(@Root() { basin }: RiverRecord, @Ctx() { loaders }: Context): Promise<BasinRecord | null> {
    return (await loaders.atlas()).basins.get(basin ?? "") ?? null;
  }

  @FieldResolver(() => [Riparian], {
    nullable: true,
    description: "The countries it passes, from the source down, once for each reach.",
  })
  async riparians(@Root() { id }: RiverRecord, @Ctx() { loaders }: Context): Promise<RiparianRecord[]> {
    return riparians(await loaders.atlas(), "river", id);
  }

  @FieldResolver(() => [Dam], { nullable: true, description: "The dams on it." })
  async dams(@Root() { id }: RiverRecord, @Ctx() { loaders }: Context): Promise<DamRecord[]> {
    return [...(await loaders.atlas()).dams.values()].filter(({ river }) => river === id);
  }

  @FieldResolver(() => [Gauge], { nullable: true, description: "The gauges on it that have a code or a record." })
  async gauges(@Root() { id }: RiverRecord, @Ctx() { loaders }: Context): Promise<AtlasGauge[]> {
    return (await loaders.atlas()).gauges.filter(({ river }) => river === id);
  }

  @FieldResolver(() => [DischargeSeries], {
    nullable: true,
    description:
      "Its discharge at each gauge, and where the flood model is read; empty where there is neither. The two are not to be compared day by day.",
  })
  async discharge(
    @Arg("from", () => DateScalar, { nullable: true, description: text.fromDateDescription }) from: string | undefined,
    @Arg("to", () => DateScalar, { nullable: true, description: text.toDateDescription }) to: string | undefined,
    @Root() { id }: RiverRecord,
    @Ctx() { loaders }: Context,
  ): Promise<(DischargeOf | DischargeSeries)[]> {
    requireRange(from, to);
    const gauges = (await loaders.atlas()).gauges.filter(({ river }) => river === id);
    const atGauges = Promise.all(
      gauges.map(async (gauge) => {
        const reading = await loaders.discharge.load(gauge.code);
        if (!reading) return { ...measured, gauge, values: [], percentOfNorm: [], missing: "NOT_COVERED" as const };
        const records = reading.data.filter((record) => record.from >= (from ?? "") && record.from <= (to ?? "9999"));
        const provenance = toProvenance(reading);
        return {
          ...measured,
          gauge,
          values: toDischargeValues(records, provenance),
          percentOfNorm: toPercentOfNorm(records, reading.data, provenance),
          missing: records.length > 0 ? null : ("NOT_COVERED" as const),
        };
      }),
    );
    const all = await Promise.all([atGauges, loadModelledDischarge(id, { from, to }, loaders)]);
    return all.flat();
  }
}

const measured = {
  nature: "MEASURED",
  place: null,
  offChannel: false,
  snappedLatitude: null,
  snappedLongitude: null,
} as const;

type DischargeOf = Omit<DischargeSeries, "gauge"> & { readonly gauge: AtlasGauge };
