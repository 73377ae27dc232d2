import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "../../kit/graphql/decorators.ts";
import { type DisplacementView, displacementOf } from "../conditions/displacement.ts";
import { riskOf } from "../conditions/risk.ts";
import type { Context } from "../loaders.ts";
import { Country } from "../types/entities.ts";
import { Displacement, RiskIndex } from "../types/people.ts";
import { makeAreaConditionsResolver } from "./area-conditions.ts";

export const CountryConditionsResolver = makeAreaConditionsResolver<Country>({
  type: Country,
  codeOf: ({ code }) => code,
  foodSecurity:
    "Acute food insecurity of the whole country, the newest first; null where nothing is in hand. Its provinces have their own.",
});

@Resolver(() => Country)
export class CountryPeopleResolver {
  @FieldResolver(() => Displacement, {
    nullable: true,
    description: "Displaced people in a year, as each publisher counts them.",
  })
  displacement(
    @Arg("year", () => Int, { description: "Year." }) year: number,
    @Root() { code }: Country,
    @Ctx() { loaders }: Context,
  ): Promise<DisplacementView> {
    return displacementOf(loaders, code, year);
  }

  @FieldResolver(() => [RiskIndex], {
    nullable: true,
    description:
      "Risk of crises and disasters by year, the newest first; null where it is not in hand. A year can stand twice: as shipped, and as the publisher's service has it now.",
  })
  risk(@Root() { code }: Country, @Ctx() { loaders }: Context): Promise<RiskIndex[] | null> {
    return riskOf(loaders, code);
  }
}
