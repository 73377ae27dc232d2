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
import type { AreaRecord } from "../records/reference.ts";
import { Province } from "../types/entities.ts";
import { ExchangeRate, FoodPrice, FoodSecurityAnalysis } from "../types/food.ts";
import { Needs } from "../types/needs.ts";
import { DaysAsked, PricesAsked, planYearDescription } from "./arguments.ts";

/** What is known of a province or district by its p-code. */
@Resolver(() => Province)
export class ProvinceConditionsResolver {
  @FieldResolver(() => Needs, { nullable: true, description: "People in need, by the humanitarian plan of a year." })
  needs(
    @Arg("year", () => Int, { description: planYearDescription }) year: number,
    @Root() { pcode }: AreaRecord,
    @Ctx() { loaders }: Context,
  ): Promise<NeedsView> {
    return needsOf(loaders, pcode, year);
  }

  @FieldResolver(() => [FoodSecurityAnalysis], {
    nullable: true,
    description:
      "Acute food insecurity of the province, of the town in it that is analysed apart and of groups of districts, the newest first; null where nothing is in hand.",
  })
  foodSecurity(@Root() { pcode }: AreaRecord, @Ctx() { loaders }: Context): Promise<FoodSecurityView[] | null> {
    return foodSecurityOf(loaders, pcode);
  }

  @FieldResolver(() => [FoodPrice], {
    nullable: true,
    description: "Prices in its markets by month, the oldest first; null where no market is in hand.",
  })
  foodPrices(
    @Args(() => PricesAsked) asked: PricesAsked,
    @Root() { pcode }: AreaRecord,
    @Ctx() { loaders }: Context,
  ): Promise<FoodPriceView[] | null> {
    return foodPricesOf(loaders, pcode, asked);
  }

  @FieldResolver(() => [ExchangeRate], {
    nullable: true,
    description: "What a dollar costs in its markets by month, the oldest first; null where no market is in hand.",
  })
  exchangeRates(
    @Args(() => DaysAsked) days: DaysAsked,
    @Root() { pcode }: AreaRecord,
    @Ctx() { loaders }: Context,
  ): Promise<ExchangeRateView[] | null> {
    return exchangeRatesOf(loaders, pcode, days);
  }
}
