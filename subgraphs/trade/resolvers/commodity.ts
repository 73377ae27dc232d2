import { GraphError } from "../../kit/errors.ts";
import { afterDescription, type Connection, firstDescription, paginate } from "../../kit/graphql/connection.ts";
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "../../kit/graphql/decorators.ts";
import { Language } from "../../kit/graphql/enums.ts";
import { requireFound } from "../../kit/require.ts";
import { matchesSearch } from "../../kit/search.ts";
import { requireCommodity } from "../catalogue.ts";
import type { Context } from "../loaders.ts";
import type { CommodityRecord } from "../records.ts";
import { Commodity, CommodityConnection } from "../types/commodity.ts";

@Resolver(() => Commodity)
export class CommodityResolver {
  @Query(() => Commodity, { nullable: true, description: "One class of goods." })
  async commodity(
    @Arg("code", () => ID, { description: "Id such as `HS2022:0702` or `TOTAL`, or a bare HS code such as `0702`." })
    code: string,
    @Ctx() { loaders }: Context,
  ): Promise<CommodityRecord> {
    return requireCommodity(await loaders.catalogue(), code);
  }

  @Query(() => CommodityConnection, { nullable: true, description: "Classes of goods, in the order of their codes." })
  async commodities(
    @Arg("search", () => String, {
      nullable: true,
      description: "Words that must all occur in the code or in a name, English or Russian.",
    })
    search: string | undefined,
    @Arg("system", () => String, { nullable: true, description: "Classification, such as `HS2022`." }) system:
      | string
      | undefined,
    @Arg("level", () => Int, { nullable: true, description: "Number of digits: 0, 2 or 4." }) level: number | undefined,
    @Arg("parent", () => ID, { nullable: true, description: "Id or HS code of the class one level above." }) parent:
      | string
      | undefined,
    @Arg("first", () => Int, { defaultValue: 50, description: firstDescription }) first: number,
    @Arg("after", () => String, { nullable: true, description: afterDescription }) after: string | undefined,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<CommodityRecord>> {
    const catalogue = await loaders.catalogue();
    const all = [...catalogue.commodities.values()];
    const wanted = {
      system: system === undefined ? undefined : requireSystem(all, system),
      level: level === undefined ? undefined : requireLevel(all, level),
      parent: parent === undefined ? undefined : requireCommodity(catalogue, parent).id,
    };
    const found = all.filter(
      (commodity) =>
        matchesSearch(`${commodity.code} ${commodity.nameEn} ${commodity.nameRu ?? ""}`, search) &&
        (wanted.system === undefined || commodity.system === wanted.system) &&
        (wanted.level === undefined || commodity.level === wanted.level) &&
        (wanted.parent === undefined || commodity.parent === wanted.parent),
    );
    return paginate(found, ({ id }) => id, { first, after });
  }

  @FieldResolver(() => String, { nullable: true, description: "Short name, in English or Russian." })
  name(
    @Arg("language", () => Language, {
      defaultValue: Language.EN,
      description: "Language of the name; English where it is not known.",
    })
    language: Language,
    @Root() { nameEn, nameRu }: CommodityRecord,
  ): string {
    return language === "RU" ? (nameRu ?? nameEn) : nameEn;
  }

  @FieldResolver(() => Commodity, { nullable: true, description: "The class one level above; null for all goods." })
  async parent(@Root() { parent }: CommodityRecord, @Ctx() { loaders }: Context): Promise<CommodityRecord | null> {
    return parent === null ? null : requireCommodity(await loaders.catalogue(), parent);
  }

  @FieldResolver(() => [Commodity], { nullable: true, description: "The classes one level below, by code." })
  async children(@Root() { id }: CommodityRecord, @Ctx() { loaders }: Context): Promise<CommodityRecord[]> {
    return (await loaders.catalogue()).childrenOf(id);
  }
}

function requireSystem(all: readonly CommodityRecord[], system: string): string {
  const systems = new Set(all.flatMap((commodity) => commodity.system ?? []));
  const found = systems.has(system.toUpperCase()) ? system.toUpperCase() : undefined;
  return requireFound(found, "classification", system, systems);
}

function requireLevel(all: readonly CommodityRecord[], level: number): number {
  const levels = [...new Set(all.map((commodity) => commodity.level))];
  if (levels.includes(level)) return level;
  throw new GraphError("UNKNOWN_ID", `No commodities of ${level} digits. The levels are ${levels.join(", ")}.`, {
    suggestions: levels.map(String),
  });
}
