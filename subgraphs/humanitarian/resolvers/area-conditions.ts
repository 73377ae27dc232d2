import type { Class } from "../../kit/graphql/class.ts";
import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from "../../kit/graphql/decorators.ts";
import {
  type ExchangeRateView,
  exchangeRatesOf,
  type FoodPriceView,
  type FoodSecurityView,
  foodPricesOf,
  foodSecurityOf,
} from "../conditions/food.ts";
import { type NeedsView, needsOf } from "../conditions/needs.ts";
import type { Context } from "../loaders.ts";
import { ExchangeRate, FoodPrice, FoodSecurityAnalysis } from "../types/food.ts";
import { Needs } from "../types/needs.ts";
import { DaysAsked, PricesAsked, planYearDescription } from "./arguments.ts";

export interface AreaKind<Area> {
  readonly type: Class;
  /** The p-code of an area, or the alpha-3 code of a country. */
  readonly codeOf: (area: Area) => string;
  /** Which analyses of food security it has. */
  readonly foodSecurity: string;
}

/** What is known alike of a country and of a province or district, by its code. */
export function makeAreaConditionsResolver<Area>({ type, codeOf, foodSecurity }: AreaKind<Area>): Class {
  @Resolver(() => type)
  class ConditionsResolver {
    @FieldResolver(() => Needs, { nullable: true, description: "People in need, by the humanitarian plan of a year." })
    needs(
      @Arg("year", () => Int, { description: planYearDescription }) year: number,
      @Root() area: Area,
      @Ctx() { loaders }: Context,
    ): Promise<NeedsView> {
      return needsOf(loaders, codeOf(area), year);
    }

    @FieldResolver(() => [FoodSecurityAnalysis], { nullable: true, description: foodSecurity })
    foodSecurity(@Root() area: Area, @Ctx() { loaders }: Context): Promise<FoodSecurityView[] | null> {
      return foodSecurityOf(loaders, codeOf(area));
    }

    @FieldResolver(() => [FoodPrice], {
      nullable: true,
      description: "Prices in its markets by month, the oldest first; null where no market is in hand.",
    })
    foodPrices(
      @Args(() => PricesAsked) asked: PricesAsked,
      @Root() area: Area,
      @Ctx() { loaders }: Context,
    ): Promise<FoodPriceView[] | null> {
      return foodPricesOf(loaders, codeOf(area), asked);
    }

    @FieldResolver(() => [ExchangeRate], {
      nullable: true,
      description: "What a dollar costs in its markets by month, the oldest first; null where no market is in hand.",
    })
    exchangeRates(
      @Args(() => DaysAsked) days: DaysAsked,
      @Root() area: Area,
      @Ctx() { loaders }: Context,
    ): Promise<ExchangeRateView[] | null> {
      return exchangeRatesOf(loaders, codeOf(area), days);
    }
  }
  return ConditionsResolver;
}
