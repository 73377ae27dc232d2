import { region } from "../../kit/countries.ts";
import { Arg, Args, Ctx, FieldResolver, Float, ID, Int, Query, Resolver, Root } from "../../kit/graphql/decorators.ts";
import { requireCommodity, requirePartner } from "../catalogue.ts";
import type { Context } from "../loaders.ts";
import { adjust, mirrorPairs, yearsBetween } from "../mirror.ts";
import { TradeSource } from "../types/enums.ts";
import { MirrorAdjusted, MirrorPair } from "../types/mirror.ts";
import { PartnerCode } from "../types/partner-code.ts";
import { sourceDescription, YearOfSource } from "./arguments.ts";

@Resolver(() => MirrorPair)
export class MirrorResolver {
  @Query(() => [MirrorPair], {
    nullable: true,
    description: "One trade as exporter and importer report it, a pair for each year, oldest first.",
  })
  async mirror(
    @Arg("exporter", () => PartnerCode, { description: "Where the goods come from." }) exporter: string,
    @Arg("importer", () => PartnerCode, { description: "Where the goods go." }) importer: string,
    @Arg("from", () => Int, { description: "First calendar year." }) from: number,
    @Arg("to", () => Int, { description: "Last calendar year." }) to: number,
    @Arg("commodity", () => ID, {
      defaultValue: "TOTAL",
      description: "Id or HS code of the goods; the IMF has `TOTAL` alone, COMTRADE every class.",
    })
    commodity: string,
    @Arg("source", () => TradeSource, { defaultValue: TradeSource.IMF, description: sourceDescription })
    source: TradeSource,
    @Ctx() { loaders }: Context,
  ): Promise<MirrorPair[]> {
    const years = yearsBetween(from, to);
    const catalogue = await loaders.catalogue();
    const sides = { exporter: requirePartner(catalogue, exporter), importer: requirePartner(catalogue, importer) };
    return mirrorPairs({ ...sides, years, commodity: requireCommodity(catalogue, commodity), source }, loaders);
  }

  @Query(() => [MirrorPair], {
    nullable: true,
    description: "The pairs of all 30 directions of trade among KAZ, KGZ, TJK, TKM, UZB and AFG in one year.",
  })
  async mirrorMatrix(
    @Args(() => YearOfSource) { year, source }: YearOfSource,
    @Ctx() { loaders }: Context,
  ): Promise<MirrorPair[]> {
    const catalogue = await loaders.catalogue();
    const commodity = requireCommodity(catalogue, "TOTAL");
    const members = region.map((code) => requirePartner(catalogue, code));
    const pairs = members.flatMap((exporter) =>
      members
        .filter((importer) => importer !== exporter)
        .map((importer) => mirrorPairs({ exporter, importer, years: [year], commodity, source }, loaders)),
    );
    return (await Promise.all(pairs)).flat();
  }

  @FieldResolver(() => MirrorAdjusted, {
    nullable: true,
    description: "The pair with freight and insurance taken out of the importer's figure by a factor.",
  })
  adjusted(
    @Arg("cifFob", () => Float, {
      defaultValue: 1.06,
      description: "Factor by which freight and insurance raise the value, 1 to 2; the IMF uses 1.06.",
    })
    cifFob: number,
    @Root() pair: MirrorPair,
  ): MirrorAdjusted {
    return adjust(pair, cifFob);
  }
}
