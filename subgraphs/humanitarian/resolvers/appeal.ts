import { requireCountry } from "../../kit/countries.ts";
import { Arg, Ctx, FieldResolver, Float, ID, Int, Query, Resolver, Root } from "../../kit/graphql/decorators.ts";
import { CountryCode, DateScalar } from "../../kit/graphql/scalars.ts";
import { Provenance } from "../../kit/graphql/values.ts";
import { overlap } from "../catalogue.ts";
import { appealsOfToday, requireAppealOfToday } from "../funding/appeal-questions.ts";
import type { FundingRecord } from "../funding/funding.ts";
import { clusterSlices } from "../funding/parts.ts";
import { clustersOfAppeal, fundingOfAppeal } from "../funding/readings.ts";
import { ratio, type SliceRecord } from "../funding/slices.ts";
import type { Context } from "../loaders.ts";
import type { AppealRecord } from "../records/appeal.ts";
import { Appeal, Country } from "../types/entities.ts";
import { Funding, FundingSlice } from "../types/funding.ts";
import { asOfDescription, yearDescription } from "./arguments.ts";

@Resolver(() => Appeal)
export class AppealResolver {
  @Query(() => [Appeal], { nullable: true, description: "Appeals and plans for the six countries, the newest first." })
  appeals(
    @Arg("country", () => CountryCode, { nullable: true, description: "A country that the appeal is for." })
    country: string | undefined,
    @Arg("year", () => Int, { nullable: true, description: yearDescription }) year: number | undefined,
    @Ctx() { loaders }: Context,
  ): Promise<AppealRecord[]> {
    return appealsOfToday(loaders, country === undefined ? undefined : requireCountry(country), year);
  }

  @Query(() => Appeal, { nullable: true, description: "One appeal." })
  appeal(
    @Arg("code", () => ID, { description: "Its code, present or former." }) code: string,
    @Ctx() { loaders }: Context,
  ): Promise<AppealRecord> {
    return requireAppealOfToday(loaders, code);
  }

  @FieldResolver(() => [Country], { nullable: true, description: "The countries it asks for." })
  countries(@Root() { countries }: AppealRecord): Country[] {
    return countries.map((code) => ({ code }));
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: "Published funding, US dollars; null where the table holds a part of its countries only.",
  })
  async fundingUsd(@Root() appeal: AppealRecord, @Ctx() { loaders }: Context): Promise<number | null> {
    return (await fundingOfAppeal(loaders, appeal, undefined)).totalUsd;
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: "Published funding over requirement, 1 for all of it; not capped, null without a requirement.",
  })
  async coverage(@Root() appeal: AppealRecord, @Ctx() { loaders }: Context): Promise<number | null> {
    return ratio((await fundingOfAppeal(loaders, appeal, undefined)).totalUsd, appeal.requirementUsd);
  }

  @FieldResolver(() => [FundingSlice], {
    nullable: true,
    description:
      "Published requirement and funding by global cluster; null where the table does not divide the appeal.",
  })
  async clusters(@Root() appeal: AppealRecord, @Ctx() { loaders }: Context): Promise<SliceRecord[] | null> {
    const [funding, rows, catalogue] = await Promise.all([
      fundingOfAppeal(loaders, appeal, undefined),
      clustersOfAppeal(loaders, appeal),
      loaders.catalogue(),
    ]);
    return rows.length > 0 ? clusterSlices(funding, rows, catalogue) : null;
  }

  @FieldResolver(() => Funding, { nullable: true, description: "Money for the appeal." })
  funding(
    @Arg("asOf", () => DateScalar, { nullable: true, description: asOfDescription }) asOf: string | undefined,
    @Root() appeal: AppealRecord,
    @Ctx() { loaders }: Context,
  ): Promise<FundingRecord> {
    return fundingOfAppeal(loaders, appeal, asOf);
  }

  @FieldResolver(() => [Appeal], {
    nullable: true,
    description: "Appeals for the same country at the same time: their requirements do not add up.",
  })
  async overlapsWith(@Root() appeal: AppealRecord, @Ctx() { loaders }: Context): Promise<AppealRecord[]> {
    const { appeals } = appeal.today ? { appeals: await loaders.appealsOfToday() } : await loaders.catalogue();
    return [...appeals.values()].filter((other) => overlap(appeal, other));
  }

  @FieldResolver(() => Provenance, { nullable: true, description: "Where its published figures come from." })
  async provenance(@Root() appeal: AppealRecord, @Ctx() { loaders }: Context): Promise<Provenance> {
    return (await fundingOfAppeal(loaders, appeal, undefined)).provenance;
  }
}
