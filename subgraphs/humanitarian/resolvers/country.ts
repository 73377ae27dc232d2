import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "../../kit/graphql/decorators.ts";
import { DateScalar } from "../../kit/graphql/scalars.ts";
import { provincesOf } from "../areas.ts";
import { appealsOfToday } from "../funding/appeal-questions.ts";
import type { FundingRecord } from "../funding/funding.ts";
import { fundingOfCountry } from "../funding/readings.ts";
import type { Context } from "../loaders.ts";
import type { AppealRecord } from "../records/appeal.ts";
import type { AreaRecord } from "../records/reference.ts";
import { Appeal, Country, Province } from "../types/entities.ts";
import { Funding } from "../types/funding.ts";
import { asOfDescription, yearDescription } from "./arguments.ts";

@Resolver(() => Country)
export class CountryResolver {
  @FieldResolver(() => Funding, { nullable: true, description: "Humanitarian money for this country in a year." })
  funding(
    @Arg("year", () => Int, { description: "Year the money is meant for." }) year: number,
    @Arg("asOf", () => DateScalar, { nullable: true, description: asOfDescription }) asOf: string | undefined,
    @Root() { code }: Country,
    @Ctx() { loaders }: Context,
  ): Promise<FundingRecord> {
    return fundingOfCountry(loaders, code, year, asOf);
  }

  @FieldResolver(() => [Appeal], {
    nullable: true,
    description: "Appeals and plans for this country, the newest first.",
  })
  appeals(
    @Arg("year", () => Int, { nullable: true, description: yearDescription }) year: number | undefined,
    @Root() { code }: Country,
    @Ctx() { loaders }: Context,
  ): Promise<AppealRecord[]> {
    return appealsOfToday(loaders, code, year);
  }

  @FieldResolver(() => [Province], {
    nullable: true,
    description: "Its provinces or regions; null where no place codes are in hand.",
  })
  async provinces(@Root() { code }: Country, @Ctx() { loaders }: Context): Promise<AreaRecord[] | null> {
    return provincesOf(await loaders.areas(), code);
  }
}
