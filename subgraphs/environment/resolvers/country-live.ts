import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "../../kit/graphql/decorators.ts";
import { DateScalar } from "../../kit/graphql/scalars.ts";
import { Value } from "../../kit/graphql/values.ts";
import { climateAsked } from "../climate.ts";
import { earthquakesAsked } from "../earthquakes.ts";
import { type HazardOf, hazardsAsked } from "../hazards.ts";
import type { Context } from "../loaders.ts";
import { requireCovered } from "../places.ts";
import { Country } from "../types/country.ts";
import { Earthquake } from "../types/earthquake.ts";
import { Hazard } from "../types/hazard.ts";
import { HazardDays, QuakeDays } from "./arguments.ts";
import * as text from "./descriptions.ts";

/** What is known of a country from publishers that are asked while the graph runs. */
@Resolver(() => Country)
export class CountryLiveResolver {
  @FieldResolver(() => [Value], {
    nullable: true,
    description:
      "Months at the capital by the ERA5 reanalysis, oldest first: mean temperature in °C and precipitation in mm, which `unit` tells apart. A month that is not over has no figure. Of KAZ, KGZ, TJK, TKM, UZB and AFG.",
  })
  async climate(
    @Arg("from", () => DateScalar, {
      nullable: true,
      description: "A day of the first month, from 1940 on; 365 days before `to` when absent. At most 30 years.",
    })
    from: string | undefined,
    @Arg("to", () => DateScalar, { nullable: true, description: "A day of the last month; the newest when absent." })
    to: string | undefined,
    @Root() { code }: Country,
    @Ctx() { loaders }: Context,
  ): Promise<Value[]> {
    return climateAsked(loaders, requireCovered(code, "climate"), { from, to });
  }

  @FieldResolver(() => [Hazard], {
    nullable: true,
    description: `Natural hazards that affect it and that GDACS gave an alert for, the newest first. Of the six only. ${text.noEvents}`,
  })
  async hazards(
    @Args(() => HazardDays) days: HazardDays,
    @Root() { code }: Country,
    @Ctx() { loaders }: Context,
  ): Promise<HazardOf[]> {
    return hazardsAsked(loaders, { ...days, country: requireCovered(code, "hazards"), kind: undefined });
  }

  @FieldResolver(() => [Earthquake], {
    nullable: true,
    description: `Earthquakes in it or within 100 km of it, the newest first; one can count for several countries. Of the six only. ${text.noEvents}`,
  })
  async earthquakes(
    @Args(() => QuakeDays) asked: QuakeDays,
    @Root() { code }: Country,
    @Ctx() { loaders }: Context,
  ): Promise<Earthquake[]> {
    return earthquakesAsked(loaders, { ...asked, country: requireCovered(code, "earthquakes") });
  }
}
