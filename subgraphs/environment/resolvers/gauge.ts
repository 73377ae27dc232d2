import { Ctx, FieldResolver, Float, Resolver, Root } from "../../kit/graphql/decorators.ts";
import { normOf } from "../discharge.ts";
import type { Context } from "../loaders.ts";
import type { GaugeRecord, RiverRecord } from "../records.ts";
import { Gauge, River } from "../types/river.ts";

@Resolver(() => Gauge)
export class GaugeResolver {
  @FieldResolver(() => River, { nullable: true, description: "The river it stands on." })
  async river(@Root() { river }: GaugeRecord, @Ctx() { loaders }: Context): Promise<RiverRecord | null> {
    return (await loaders.atlas()).rivers.get(river) ?? null;
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      "Norm: mean discharge in m3/s over the years whose record is complete; null where no record is at hand.",
  })
  async normM3s(@Root() { code }: GaugeRecord, @Ctx() { loaders }: Context): Promise<number | null> {
    const reading = await loaders.discharge.load(code);
    return (reading && normOf(reading.data)?.m3s) ?? null;
  }
}
