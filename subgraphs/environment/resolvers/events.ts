import { requireCountry } from "../../kit/countries.ts";
import { afterDescription, type Connection, firstDescription, paginate } from "../../kit/graphql/connection.ts";
import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from "../../kit/graphql/decorators.ts";
import { CountryCode } from "../../kit/graphql/scalars.ts";
import { earthquakesAsked } from "../earthquakes.ts";
import { glideOf, type HazardOf, hazardsAsked } from "../hazards.ts";
import type { Context } from "../loaders.ts";
import { requireCovered } from "../places.ts";
import { type Earthquake, EarthquakeConnection } from "../types/earthquake.ts";
import { HazardKind } from "../types/enums.ts";
import { Hazard } from "../types/hazard.ts";
import { HazardDays, QuakeDays } from "./arguments.ts";
import * as text from "./descriptions.ts";

@Resolver(() => Hazard)
export class EventResolver {
  @Query(() => EarthquakeConnection, {
    nullable: true,
    description: `Earthquakes between 29 and 56 degrees north and 46 and 88 degrees east, the newest first. ${text.noEvents}`,
  })
  async earthquakes(
    @Args(() => QuakeDays) asked: QuakeDays,
    @Arg("country", () => CountryCode, {
      nullable: true,
      description: "Only those within 100 km of this country, one of KAZ, KGZ, TJK, TKM, UZB and AFG.",
    })
    country: string | undefined,
    @Arg("first", () => Int, { defaultValue: 50, description: firstDescription }) first: number,
    @Arg("after", () => String, { nullable: true, description: afterDescription }) after: string | undefined,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Earthquake>> {
    const code = country === undefined ? undefined : requireCovered(requireCountry(country), "earthquakes");
    const found = await earthquakesAsked(loaders, { ...asked, country: code });
    return paginate(found, ({ id }) => id, { first, after });
  }

  @Query(() => [Hazard], {
    nullable: true,
    description: `Natural hazards that GDACS gave an alert for in KAZ, KGZ, TJK, TKM, UZB and AFG, the newest first. ${text.noEvents}`,
  })
  async hazards(
    @Args(() => HazardDays) days: HazardDays,
    @Arg("country", () => CountryCode, { nullable: true, description: "Only those that affect this one of the six." })
    country: string | undefined,
    @Arg("kind", () => HazardKind, { nullable: true, description: "Only those of this kind." })
    kind: HazardKind | undefined,
    @Ctx() { loaders }: Context,
  ): Promise<HazardOf[]> {
    const code = country === undefined ? undefined : requireCovered(requireCountry(country), "hazards");
    return hazardsAsked(loaders, { ...days, country: code, kind });
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "GLIDE number: as GDACS gives it, else the only one of the same kind and country within a day that no other hazard fits. Null where there is none or more than one.",
  })
  glide(@Root() hazard: HazardOf, @Ctx() { loaders }: Context): Promise<string | null> {
    return glideOf(hazard, loaders);
  }
}
