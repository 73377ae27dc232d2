import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "../../kit/graphql/decorators.ts";
import { type EarlierFundingView, earlierOfAppeal, earlierOfCountry } from "../funding/earlier.ts";
import type { Context } from "../loaders.ts";
import type { AppealRecord } from "../records/appeal.ts";
import { EarlierFunding } from "../types/earlier-funding.ts";
import { Appeal, Country } from "../types/entities.ts";

@Resolver(() => Country)
export class CountryEarlierFundingResolver {
  @FieldResolver(() => [EarlierFunding], {
    nullable: true,
    description:
      "Humanitarian money for this country in a year as the publisher's table had it at earlier times, the oldest first; null where none is in hand.",
  })
  earlierFunding(
    @Arg("year", () => Int, { description: "Year the money is meant for." }) year: number,
    @Root() { code }: Country,
    @Ctx() { loaders }: Context,
  ): Promise<EarlierFundingView[] | null> {
    return earlierOfCountry(loaders, code, year);
  }
}

@Resolver(() => Appeal)
export class AppealEarlierFundingResolver {
  @FieldResolver(() => [EarlierFunding], {
    nullable: true,
    description:
      "Money for the appeal as the publisher's table had it at earlier times, the oldest first; null where none is in hand for all its countries.",
  })
  earlierFunding(@Root() appeal: AppealRecord, @Ctx() { loaders }: Context): Promise<EarlierFundingView[] | null> {
    return earlierOfAppeal(loaders, appeal);
  }
}
