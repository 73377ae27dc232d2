import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "../../kit/graphql/decorators.ts";
import { Language } from "../../kit/graphql/enums.ts";
import { Value } from "../../kit/graphql/values.ts";
import { requireFound } from "../../kit/require.ts";
import { toFigureValue } from "../figures.ts";
import type { Context } from "../loaders.ts";
import type { BasinRecord, DamRecord, RiverRecord } from "../records.ts";
import { type RiparianRecord, riparians } from "../riparians.ts";
import { Basin, Riparian } from "../types/basin.ts";
import { Dam } from "../types/dam.ts";
import { River } from "../types/river.ts";
import { languageDescription, nameDescription } from "./descriptions.ts";

@Resolver(() => Basin)
export class BasinResolver {
  @Query(() => [Basin], { nullable: true, description: "The river basins of the region." })
  async basins(@Ctx() { loaders }: Context): Promise<BasinRecord[]> {
    return [...(await loaders.atlas()).basins.values()];
  }

  @Query(() => Basin, { nullable: true, description: "One basin." })
  async basin(
    @Arg("id", () => ID, { description: "Id of the basin, such as `amu-darya`." }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<BasinRecord> {
    const { basins } = await loaders.atlas();
    return requireFound(basins.get(id.trim()), "basin", id, basins.keys());
  }

  @FieldResolver(() => String, { nullable: true, description: nameDescription })
  async name(
    @Arg("language", () => Language, { defaultValue: Language.EN, description: languageDescription })
    language: Language,
    @Root() { id }: BasinRecord,
    @Ctx() { loaders }: Context,
  ): Promise<string | null> {
    return (await loaders.atlas()).nameOf("basin", id, language);
  }

  @FieldResolver(() => [River], { nullable: true, description: "Its rivers." })
  async rivers(@Root() { id }: BasinRecord, @Ctx() { loaders }: Context): Promise<RiverRecord[]> {
    return [...(await loaders.atlas()).rivers.values()].filter(({ basin }) => basin === id);
  }

  @FieldResolver(() => [Dam], { nullable: true, description: "The dams on its rivers." })
  async dams(@Root() { id }: BasinRecord, @Ctx() { loaders }: Context): Promise<DamRecord[]> {
    return [...(await loaders.atlas()).dams.values()].filter(({ basin }) => basin === id);
  }

  @FieldResolver(() => [Riparian], {
    nullable: true,
    description: "The countries that share it, from the source down, each with its part.",
  })
  async riparians(@Root() { id }: BasinRecord, @Ctx() { loaders }: Context): Promise<RiparianRecord[]> {
    return riparians(await loaders.atlas(), "basin", id);
  }

  @FieldResolver(() => [Value], {
    nullable: true,
    description: "Its area in km2 by each source; they draw the limits differently, as the notes say.",
  })
  async areaKm2(@Root() { id }: BasinRecord, @Ctx() { loaders }: Context): Promise<Value[]> {
    return (await loaders.atlas()).figuresOf("basin", id, "basinAreaKm2").map(toFigureValue);
  }
}
