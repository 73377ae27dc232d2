import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "../../kit/graphql/decorators.ts";
import { Language } from "../../kit/graphql/enums.ts";
import { requireFound } from "../../kit/require.ts";
import type { Context } from "../loaders.ts";
import type { CatalogueIndicator, GoalRecord, SdgIndicatorRecord, TargetRecord } from "../records.ts";
import { Indicator } from "../types/indicator.ts";
import { SdgGoal, SdgIndicator, SdgTarget } from "../types/sdg.ts";

const titleDescription = "Short title in our words; in English where the language has none.";
const languageDescription = "Language of the title.";

@Resolver(() => SdgGoal)
export class SdgGoalResolver {
  @Query(() => [SdgGoal], { nullable: true, description: "The 17 goals." })
  async sdgGoals(@Ctx() { loaders }: Context): Promise<GoalRecord[]> {
    return [...(await loaders.catalogue()).goals.values()];
  }

  @Query(() => SdgGoal, { nullable: true, description: "One goal." })
  async sdgGoal(
    @Arg("number", () => Int, { description: "1 to 17." }) number: number,
    @Ctx() { loaders }: Context,
  ): Promise<GoalRecord> {
    const { goals } = await loaders.catalogue();
    return requireFound(goals.get(number), "SDG goal", String(number), [...goals.keys()].map(String));
  }

  @FieldResolver(() => String, { nullable: true, description: titleDescription })
  title(
    @Arg("language", () => Language, { defaultValue: Language.EN, description: languageDescription })
    language: Language,
    @Root() goal: GoalRecord,
  ): string {
    return titleIn(language, goal);
  }

  @FieldResolver(() => [SdgTarget], { nullable: true, description: "Its targets." })
  async targets(@Root() { number }: GoalRecord, @Ctx() { loaders }: Context): Promise<TargetRecord[]> {
    return [...(await loaders.catalogue()).targets.values()].filter(({ goal }) => goal === number);
  }

  @FieldResolver(() => [SdgIndicator], { nullable: true, description: "Its indicators." })
  async indicators(@Root() { number }: GoalRecord, @Ctx() { loaders }: Context): Promise<SdgIndicatorRecord[]> {
    return [...(await loaders.catalogue()).sdgIndicators.values()].filter(({ goal }) => goal === number);
  }
}

@Resolver(() => SdgTarget)
export class SdgTargetResolver {
  @FieldResolver(() => SdgGoal, { nullable: true, description: "The goal it belongs to." })
  async goal(@Root() { goal }: TargetRecord, @Ctx() { loaders }: Context): Promise<GoalRecord | undefined> {
    return (await loaders.catalogue()).goals.get(goal);
  }

  @FieldResolver(() => [SdgIndicator], { nullable: true, description: "Its indicators." })
  async indicators(@Root() { code }: TargetRecord, @Ctx() { loaders }: Context): Promise<SdgIndicatorRecord[]> {
    return [...(await loaders.catalogue()).sdgIndicators.values()].filter(({ target }) => target === code);
  }
}

@Resolver(() => SdgIndicator)
export class SdgIndicatorResolver {
  @FieldResolver(() => String, { nullable: true, description: titleDescription })
  title(
    @Arg("language", () => Language, { defaultValue: Language.EN, description: languageDescription })
    language: Language,
    @Root() indicator: SdgIndicatorRecord,
  ): string {
    return titleIn(language, indicator);
  }

  @FieldResolver(() => SdgTarget, { nullable: true, description: "The target it belongs to." })
  async target(@Root() { target }: SdgIndicatorRecord, @Ctx() { loaders }: Context): Promise<TargetRecord | undefined> {
    return (await loaders.catalogue()).targets.get(target);
  }

  @FieldResolver(() => SdgGoal, { nullable: true, description: "The goal it belongs to." })
  async goal(@Root() { goal }: SdgIndicatorRecord, @Ctx() { loaders }: Context): Promise<GoalRecord | undefined> {
    return (await loaders.catalogue()).goals.get(goal);
  }

  @FieldResolver(() => [Indicator], {
    nullable: true,
    description: "The indicators of the catalogue that measure it, of every publisher.",
  })
  async series(@Root() { code }: SdgIndicatorRecord, @Ctx() { loaders }: Context): Promise<CatalogueIndicator[]> {
    return [...(await loaders.catalogue()).indicators.values()].filter(({ sdgIndicators }) =>
      sdgIndicators.includes(code),
    );
  }
}

function titleIn(language: Language, { title, titleRu }: { title: string; titleRu: string | null }): string {
  return language === "RU" ? (titleRu ?? title) : title;
}
