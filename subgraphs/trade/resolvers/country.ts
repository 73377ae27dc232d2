import { requireCountry } from "../../kit/countries.ts";
import { GraphError } from "../../kit/errors.ts";
import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from "../../kit/graphql/decorators.ts";
import { total } from "../flows.ts";
import type { Context } from "../loaders.ts";
import type { FlowRecord } from "../records.ts";
import { toBalance, toIndicators, toShares, toTotal } from "../totals.ts";
import { FlowKind, TradeSource } from "../types/enums.ts";
import { Country } from "../types/partner.ts";
import { PartnerShare, TradeBalance, TradeIndicators, TradeTotal } from "../types/totals.ts";
import { YearOfSource, yearDescription } from "./arguments.ts";

const mostPartners = 1000;

@Resolver(() => Country)
export class CountryResolver {
  @FieldResolver(() => TradeTotal, { nullable: true, description: "Exports of goods to the world in one year." })
  exports(
    @Args(() => YearOfSource) asked: YearOfSource,
    @Root() { code }: Country,
    @Ctx() { loaders }: Context,
  ): Promise<TradeTotal> {
    return totalWithWorld(loaders, asked, code, "EXPORT");
  }

  @FieldResolver(() => TradeTotal, { nullable: true, description: "Imports of goods from the world in one year." })
  imports(
    @Args(() => YearOfSource) asked: YearOfSource,
    @Root() { code }: Country,
    @Ctx() { loaders }: Context,
  ): Promise<TradeTotal> {
    return totalWithWorld(loaders, asked, code, "IMPORT");
  }

  @FieldResolver(() => TradeBalance, { nullable: true, description: "Exports less imports of goods in one year." })
  async tradeBalance(
    @Args(() => YearOfSource) { year, source }: YearOfSource,
    @Root() { code }: Country,
    @Ctx() { loaders }: Context,
  ): Promise<TradeBalance> {
    const directions = await bothDirections(loaders, source, code, year);
    return toBalance(
      { source, country: code, year },
      directions,
      loaders.provenanceOf(source, directions.exports ?? directions.imports),
    );
  }

  @FieldResolver(() => [PartnerShare], {
    nullable: true,
    description:
      "The largest partners of one year, countries and unspecified areas; null when the source has no total for the year.",
  })
  async topPartners(
    @Arg("flow", () => FlowKind, { description: "Direction." }) flow: FlowKind,
    @Args(() => YearOfSource) { year, source }: YearOfSource,
    @Arg("first", () => Int, { defaultValue: 10, description: "How many at most, 0 to 1,000." }) first: number,
    @Root() { code }: Country,
    @Ctx() { loaders }: Context,
  ): Promise<PartnerShare[] | null> {
    if (first < 0 || first > mostPartners) {
      throw new GraphError("INVALID_PAGE", `first is ${first}; ask for 0 to ${mostPartners} partners.`);
    }
    const reports = await loaders.reports(source, { reporter: requireCountry(code), flow, year, commodity: total });
    return toShares(reports, year, await loaders.catalogue())?.slice(0, first) ?? null;
  }

  @FieldResolver(() => TradeIndicators, {
    nullable: true,
    description: "Concentration, direction and growth of trade in one year, from the IMF's figures.",
  })
  async tradeIndicators(
    @Arg("year", () => Int, { description: yearDescription }) year: number,
    @Root() { code }: Country,
    @Ctx() { loaders }: Context,
  ): Promise<TradeIndicators> {
    const directions = await bothDirections(loaders, TradeSource.IMF, code, year);
    const provenance = loaders.provenanceOf(TradeSource.IMF, directions.exports ?? directions.imports);
    return toIndicators(
      { source: TradeSource.IMF, country: code, year },
      directions,
      await loaders.catalogue(),
      provenance,
    );
  }
}

async function totalWithWorld(
  loaders: Context["loaders"],
  { year, source }: YearOfSource,
  code: string,
  flow: FlowRecord["flow"],
): Promise<TradeTotal> {
  const reports = await loaders.reports(source, { reporter: requireCountry(code), flow, year, commodity: total });
  return toTotal({ source, country: code, year }, reports, loaders.provenanceOf(source, reports));
}

interface Directions {
  readonly exports: readonly FlowRecord[] | undefined;
  readonly imports: readonly FlowRecord[] | undefined;
}

async function bothDirections(
  loaders: Context["loaders"],
  source: TradeSource,
  code: string,
  year: number,
): Promise<Directions> {
  const asked = { reporter: requireCountry(code), year, commodity: total };
  const [exports, imports] = await Promise.all([
    loaders.reports(source, { ...asked, flow: "EXPORT" }),
    loaders.reports(source, { ...asked, flow: "IMPORT" }),
  ]);
  return { exports, imports };
}
