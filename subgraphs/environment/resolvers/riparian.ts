import { Ctx, FieldResolver, Float, Resolver, Root } from "../../kit/graphql/decorators.ts";
import { Value } from "../../kit/graphql/values.ts";
import { toFigureValue } from "../figures.ts";
import type { Context } from "../loaders.ts";
import type { RiparianRecord } from "../riparians.ts";
import { Riparian } from "../types/basin.ts";
import { Country } from "../types/country.ts";

@Resolver(() => Riparian)
export class RiparianResolver {
  @FieldResolver(() => Country, { nullable: true, description: "The country." })
  country(@Root() { country }: RiparianRecord): Country {
    return { code: country };
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      "Natural flow that rises in the country, in km3 a year, mean of many years; null on a single river. Source in `originFlow`.",
  })
  async originFlowKm3(@Root() riparian: RiparianRecord, @Ctx() context: Context): Promise<number | null> {
    return (await loadPart(riparian, "originFlowKm3", context))?.value ?? null;
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: "Area of the basin in the country, in km2; null on a single river. Source in `area`.",
  })
  async areaKm2(@Root() riparian: RiparianRecord, @Ctx() context: Context): Promise<number | null> {
    return (await loadPart(riparian, "areaKm2", context))?.value ?? null;
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      "Water that the agreement in force lets it take, in km3 a year; null where none is set. Source in `allocation`.",
  })
  async allocationKm3(@Root() riparian: RiparianRecord, @Ctx() context: Context): Promise<number | null> {
    return (await loadPart(riparian, "allocationKm3", context))?.value ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Its share in percent by the agreement, or that the agreement leaves it out; null where there is none.",
  })
  async allocationNote(
    @Root() { body, id, country }: RiparianRecord,
    @Ctx() { loaders }: Context,
  ): Promise<string | null> {
    const [any] = (await loaders.atlas()).figuresOf(body, id, "allocationPercent");
    if (!any) return null;
    const share = await loaders.parts.load({ body, id, measure: "allocationPercent", country });
    return share
      ? `${share.data.value} % of the water shared by the protocol of ${share.data.vintage}`
      : `No share in the protocol of ${any.vintage}`;
  }

  @FieldResolver(() => Value, {
    nullable: true,
    description: "Natural flow that rises in the country, with its source.",
  })
  async originFlow(@Root() riparian: RiparianRecord, @Ctx() context: Context): Promise<Value | null> {
    return loadPart(riparian, "originFlowKm3", context);
  }

  @FieldResolver(() => Value, { nullable: true, description: "Area of the basin in the country, with its source." })
  async area(@Root() riparian: RiparianRecord, @Ctx() context: Context): Promise<Value | null> {
    return loadPart(riparian, "areaKm2", context);
  }

  @FieldResolver(() => Value, { nullable: true, description: "Water it may take by agreement, with its source." })
  async allocation(@Root() riparian: RiparianRecord, @Ctx() context: Context): Promise<Value | null> {
    return loadPart(riparian, "allocationKm3", context);
  }
}

async function loadPart(
  { body, id, country }: RiparianRecord,
  measure: string,
  { loaders }: Context,
): Promise<Value | null> {
  const reading = await loaders.parts.load({ body, id, measure, country });
  return reading ? toFigureValue(reading.data) : null;
}
