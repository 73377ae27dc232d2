import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from "../../kit/graphql/decorators.ts";
import { type DisplacementView, displacementOf } from "../conditions/displacement.ts";
import {
  type ExchangeRateView,
  exchangeRatesOf,
  type FoodPriceView,
  type FoodSecurityView,
  foodPricesOf,
  foodSecurityOf,
} from "../conditions/food.ts";
import { type NeedsView, needsOf } from "../conditions/needs.ts";
import { riskOf } from "../conditions/risk.ts";
import type { Context } from "../loaders.ts";
import { Country } from "../types/entities.ts";
import { ExchangeRate, FoodPrice, FoodSecurityAnalysis } from "../types/food.ts";
import { Needs } from "../types/needs.ts";
import { Displacement, RiskIndex } from "../types/people.ts";
import { DaysAsked, PricesAsked, planYearDescription } from "./arguments.ts";

@Resolver(() => Country)
export class CountryConditionsResolver {
  @FieldResolver(() => Needs, { nullable: true, description: "People in need, by the humanitarian plan of a year." })
  needs(
    @Arg("year", () => Int, { description: planYearDescription }) year: number,
    @Root() { code }: Country,
    @Ctx() { loaders }: Context,
  ): Promise<NeedsView> {
    return needsOf(loaders, code, year);
  }

  @FieldResolver(() => [FoodSecurityAnalysis], {
    nullable: true,
    description:
      "Acute food insecurity of the whole country, the newest first; null where nothing is in hand. Its provinces have their own.",
  })
  foodSecurity(@Root() { code }: Country, @Ctx() { loaders }: Context): Promise<FoodSecurityView[] | null> {
    return foodSecurityOf(loaders, code);
  }

  @FieldResolver(() => [FoodPrice], {
    nullable: true,
    description: "Prices in its markets by month, the oldest first; null where no market is in hand.",
  })
  foodPrices(
    @Args(() => PricesAsked) asked: PricesAsked,
    @Root() { code }: Country,
    @Ctx() { loaders }: Context,
  ): Promise<FoodPriceView[] | null> {
    return foodPricesOf(loaders, code, asked);
  }

  @FieldResolver(() => [ExchangeRate], {
    nullable: true,
    description: "What a dollar costs in its markets by month, the oldest first; null where no market is in hand.",
  })
  exchangeRates(
    @Args(() => DaysAsked) days: DaysAsked,
    @Root() { code }: Country,
    @Ctx() { loaders }: Context,
  ): Promise<ExchangeRateView[] | null> {
    return exchangeRatesOf(loaders, code, days);
  }

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
