import { region, requireCountry } from "../../kit/countries.ts";
import { afterDescription, type Connection, firstDescription, paginate } from "../../kit/graphql/connection.ts";
import { Arg, Ctx, ID, Int, Query, Resolver } from "../../kit/graphql/decorators.ts";
import { CountryCode } from "../../kit/graphql/scalars.ts";
import type { ProvenanceRecord } from "../../kit/graphql/values.ts";
import { requireRange } from "../../kit/require.ts";
import { requireCommodity, requirePartner } from "../catalogue.ts";
import { flowKeys, isBetween, toTradeFlow } from "../flows.ts";
import type { Context } from "../loaders.ts";
import type { FlowKey, FlowRecord } from "../records.ts";
import { FlowKind, TradeSource } from "../types/enums.ts";
import { TradeFlow, TradeFlowConnection } from "../types/flow.ts";
import { PartnerCode } from "../types/partner-code.ts";
import { sourceDescription, yearDescription } from "./arguments.ts";

@Resolver()
export class TradeFlowResolver {
  @Query(() => TradeFlowConnection, {
    nullable: true,
    description:
      "Reports of bilateral trade, by reporter, direction, partner and year: the six with all partners, and all others with the six. World and groups stand beside countries, so do not add the rows up.",
  })
  async tradeFlows(
    @Arg("reporter", () => CountryCode, { nullable: true, description: "Who reports; everybody when absent." })
    reporter: string | undefined,
    @Arg("partner", () => PartnerCode, { nullable: true, description: "With whom; everybody when absent." })
    partner: string | undefined,
    @Arg("flow", () => FlowKind, { nullable: true, description: "Direction; both when absent." }) flow:
      | FlowKind
      | undefined,
    @Arg("commodity", () => ID, {
      defaultValue: "TOTAL",
      description: "Id or HS code of the goods; the IMF has `TOTAL` alone.",
    })
    commodity: string,
    @Arg("from", () => Int, { nullable: true, description: "First calendar year." }) from: number | undefined,
    @Arg("to", () => Int, { nullable: true, description: "Last calendar year." }) to: number | undefined,
    @Arg("source", () => TradeSource, { nullable: true, description: "Whose figures; every source when absent." })
    source: TradeSource | undefined,
    @Arg("first", () => Int, { defaultValue: 50, description: firstDescription }) first: number,
    @Arg("after", () => String, { nullable: true, description: afterDescription }) after: string | undefined,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<TradeFlow>> {
    requireRange(from, to);
    const catalogue = await loaders.catalogue();
    const reporters = reporter === undefined ? catalogue.partners.keys() : [requireCountry(reporter)];
    const wanted = partner === undefined ? undefined : requirePartner(catalogue, partner).code;
    const isTotal = requireCommodity(catalogue, commodity).id === "TOTAL";
    const reports = await allReports(loaders, sourcesOf(source), isTotal ? flowKeys(reporters, flow) : []);
    const found = reports.filter(
      ({ report }) => (wanted === undefined || report.partner === wanted) && isBetween(report.year, from, to),
    );
    const { edges, ...page } = paginate(found, keyOf, { first, after });
    const flows = edges.map(({ cursor, node }) => ({
      cursor,
      node: toTradeFlow(node.report, catalogue, node.provenance),
    }));
    return { ...page, edges: flows, nodes: flows.map(({ node }) => node) };
  }

  @Query(() => [TradeFlow], {
    nullable: true,
    description:
      "Trade of KAZ, KGZ, TJK, TKM, UZB and AFG with each other in one year, as each reports it; a pair without a report is left out.",
  })
  async tradeMatrix(
    @Arg("year", () => Int, { description: yearDescription }) year: number,
    @Arg("source", () => TradeSource, { defaultValue: TradeSource.IMF, description: sourceDescription })
    source: TradeSource,
    @Arg("flow", () => FlowKind, { defaultValue: FlowKind.EXPORT, description: "Direction." }) flow: FlowKind,
    @Ctx() { loaders }: Context,
  ): Promise<TradeFlow[]> {
    const catalogue = await loaders.catalogue();
    const members: readonly string[] = region;
    return (await allReports(loaders, [source], flowKeys(region, flow)))
      .filter(({ report }) => report.year === year && members.includes(report.partner))
      .map(({ report, provenance }) => toTradeFlow(report, catalogue, provenance));
  }
}

interface SourcedReport {
  readonly source: TradeSource;
  readonly report: FlowRecord;
  readonly provenance: ProvenanceRecord;
}

async function allReports(
  loaders: Context["loaders"],
  sources: readonly TradeSource[],
  keys: readonly FlowKey[],
): Promise<SourcedReport[]> {
  const lists = await Promise.all(
    sources.flatMap((source) =>
      keys.map(async (key) => {
        const reports = await loaders.reports(source, key);
        const provenance = loaders.provenanceOf(source, reports);
        return reports?.map((report) => ({ source, report, provenance })) ?? [];
      }),
    ),
  );
  return lists.flat();
}

function sourcesOf(source: TradeSource | undefined): TradeSource[] {
  return source ? [source] : Object.values(TradeSource);
}

function keyOf({ source, report }: SourcedReport): string {
  return [source, report.reporter, report.flow, report.partner, report.year].join("|");
}
