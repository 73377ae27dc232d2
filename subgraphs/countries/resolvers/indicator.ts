import { afterDescription, type Connection, firstDescription, paginate } from "../../kit/graphql/connection.ts";
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "../../kit/graphql/decorators.ts";
import { Language } from "../../kit/graphql/enums.ts";
import { Source } from "../../kit/graphql/values.ts";
import type { SourceRecord } from "../../kit/register/source.ts";
import { sourceById } from "../../kit/register/sources.ts";
import { matchesSearch } from "../../kit/search.ts";
import { requireIndicator } from "../catalogue.ts";
import type { Context } from "../loaders.ts";
import type { CatalogueIndicator, CountryRecord, CoverageRecord, SdgIndicatorRecord } from "../records.ts";
import { Coverage, Indicator, IndicatorConnection } from "../types/indicator.ts";
import { SdgIndicator } from "../types/sdg.ts";

@Resolver(() => Indicator)
export class IndicatorResolver {
  @Query(() => IndicatorConnection, {
    nullable: true,
    description: "Indicators by words of their title or id, or by SDG goal.",
  })
  async indicators(
    @Arg("search", () => String, {
      nullable: true,
      description: "Words that must all occur in the id, the title or the Russian title.",
    })
    search: string | undefined,
    @Arg("goal", () => Int, { nullable: true, description: "Number of an SDG goal that the indicator serves." }) goal:
      | number
      | undefined,
    @Arg("first", () => Int, { defaultValue: 50, description: firstDescription }) first: number,
    @Arg("after", () => String, { nullable: true, description: afterDescription }) after: string | undefined,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<CatalogueIndicator>> {
    const { indicators } = await loaders.catalogue();
    const found = [...indicators.values()].filter(
      (indicator) =>
        matchesSearch(`${indicator.id} ${indicator.title} ${indicator.titleRu ?? ""}`, search) &&
        (goal === undefined || servesGoal(indicator, goal)),
    );
    return paginate(found, ({ id }) => id, { first, after });
  }

  @Query(() => Indicator, { nullable: true, description: "One indicator." })
  async indicator(
    @Arg("id", () => ID, { description: "Id of the indicator." }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<CatalogueIndicator> {
    return requireIndicator(await loaders.catalogue(), id);
  }

  @FieldResolver(() => String, { nullable: true, description: "Title; in English where the language has none." })
  title(
    @Arg("language", () => Language, { defaultValue: Language.EN, description: "Language of the title." })
    language: Language,
    @Root() { title, titleRu }: CatalogueIndicator,
  ): string {
    return language === "RU" ? (titleRu ?? title) : title;
  }

  @FieldResolver(() => Source, { nullable: true, description: "Who publishes it." })
  source(@Root() { source }: CatalogueIndicator): SourceRecord {
    return sourceById(source);
  }

  @FieldResolver(() => [SdgIndicator], { nullable: true, description: "The SDG indicators it serves." })
  async sdgIndicators(
    @Root() { sdgIndicators: codes }: CatalogueIndicator,
    @Ctx() { loaders }: Context,
  ): Promise<SdgIndicatorRecord[]> {
    const { sdgIndicators } = await loaders.catalogue();
    return codes.flatMap((code) => sdgIndicators.get(code) ?? []);
  }

  @FieldResolver(() => [Indicator], {
    nullable: true,
    description: "Near definitions by other publishers: comparable, never the same.",
  })
  async related(
    @Root() { related: ids }: CatalogueIndicator,
    @Ctx() { loaders }: Context,
  ): Promise<CatalogueIndicator[]> {
    const { indicators } = await loaders.catalogue();
    return ids.flatMap((id) => indicators.get(id) ?? []);
  }

  @FieldResolver(() => [Coverage], { nullable: true, description: "For which countries and years there are figures." })
  async coverage(@Root() indicator: CatalogueIndicator, @Ctx() { loaders }: Context): Promise<CoverageOf[]> {
    const [reading, catalogue] = await Promise.all([loaders.coverage.load(indicator), loaders.catalogue()]);
    return reading?.data.map((coverage) => ({ ...coverage, country: catalogue.country(coverage.country) })) ?? [];
  }
}

type CoverageOf = Omit<CoverageRecord, "country"> & { country: CountryRecord };

function servesGoal({ sdgIndicators }: CatalogueIndicator, goal: number): boolean {
  return sdgIndicators.some((code) => code.startsWith(`${goal}.`));
}
