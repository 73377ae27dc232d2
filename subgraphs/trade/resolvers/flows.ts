import { region, requireCountry } from "../../kit/countries.ts";
import { GraphError } from "../../kit/errors.ts";
import { afterDescription, type Connection, firstDescription, paginate } from "../../kit/graphql/connection.ts";
import { Arg, Args, Ctx, ID, Int, Query, Resolver } from "../../kit/graphql/decorators.ts";
import { CountryCode } from "../../kit/graphql/scalars.ts";
import type { ProvenanceRecord } from "../../kit/graphql/values.ts";
import { requireRange } from "../../kit/require.ts";
import { requireCommodity, requirePartner } from "../catalogue.ts";
import { flowKeys, isBetween, requireFewCalls, toTradeFlow, total } from "../flows.ts";
import type { Context } from "../loaders.ts";
import { yearsBetween } from "../mirror.ts";
import type { FlowKey, FlowRecord, ReportKey } from "../records.ts";
import { FlowKind, TradeSource } from "../types/enums.ts";
import { TradeFlow, TradeFlowConnection } from "../types/flow.ts";
import { PartnerCode } from "../types/partner-code.ts";
import { YearOfSource } from "./arguments.ts";

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
      description: "Id or HS code of the goods; the IMF has `TOTAL` alone, COMTRADE every class.",
    })
    commodity: string,
    @Arg("from", () => Int, { nullable: true, description: "First calendar year." }) from: number | undefined,
    @Arg("to", () => Int, { nullable: true, description: "Last calendar year." }) to: number | undefined,
    @Arg("source", () => TradeSource, {
      nullable: true,
      description:
        "Whose figures; those of the IMF when absent. COMTRADE needs `reporter`, `from` and `to`, at most 12 years and directions at a time.",
    })
    source: TradeSource | undefined,
    @Arg("first", () => Int, { defaultValue: 50, description: firstDescription }) first: number,
    @Arg("after", () => String, { nullable: true, description: afterDescription }) after: string | undefined,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<TradeFlow>> {
    requireRange(from, to);
    const catalogue = await loaders.catalogue();
    const reporters = reporter === undefined ? catalogue.partners.keys() : [requireCountry(reporter)];
    const wanted = partner === undefined ? undefined : requirePartner(catalogue, partner).code;
    const goods = requireCommodity(catalogue, commodity).id;
    const reports =
      source === "COMTRADE"
        ? await yearReports(loaders, source, comtradeKeys({ reporter, flow, goods, from, to }))
        : await everyYear(loaders, goods === total ? flowKeys(reporters, flow) : []);
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
    @Args(() => YearOfSource) { year, source }: YearOfSource,
    @Arg("flow", () => FlowKind, { defaultValue: FlowKind.EXPORT, description: "Direction." }) flow: FlowKind,
    @Ctx() { loaders }: Context,
  ): Promise<TradeFlow[]> {
    const catalogue = await loaders.catalogue();
    const members: readonly string[] = region;
    const keys = flowKeys(region, flow).map((key) => ({ ...key, year, commodity: total }));
    return (await yearReports(loaders, source, keys))
      .filter(({ report }) => report.year === year && members.includes(report.partner))
      .map(({ report, provenance }) => toTradeFlow(report, catalogue, provenance));
  }
}

interface SourcedReport {
  readonly source: TradeSource;
  readonly report: FlowRecord;
  readonly provenance: ProvenanceRecord;
}

type Loaders = Context["loaders"];

async function everyYear(loaders: Loaders, keys: readonly FlowKey[]): Promise<SourcedReport[]> {
  const lists = await Promise.all(keys.map(async (key) => sourced(loaders, "IMF", await loaders.allYears(key))));
  return lists.flat();
}

/** @throws GraphError TOO_MANY */
async function yearReports(
  loaders: Loaders,
  source: TradeSource,
  keys: readonly ReportKey[],
): Promise<SourcedReport[]> {
  requireFewCalls(source, keys);
  const lists = await Promise.all(
    keys.map(async (key) => sourced(loaders, source, await loaders.reports(source, key))),
  );
  return lists.flat();
}

function sourced(loaders: Loaders, source: TradeSource, reports: readonly FlowRecord[] = []): SourcedReport[] {
  const provenance = loaders.provenanceOf(source, reports);
  return reports.map((report) => ({ source, report, provenance }));
}

interface ComtradeQuestion {
  readonly reporter: string | undefined;
  readonly flow: FlowKind | undefined;
  readonly goods: string;
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** @throws GraphError MISSING_ARGUMENT or INVALID_RANGE */
function comtradeKeys({ reporter, flow, goods, from, to }: ComtradeQuestion): ReportKey[] {
  if (reporter === undefined || from === undefined || to === undefined) {
    throw new GraphError("MISSING_ARGUMENT", "COMTRADE is asked by reporter and year: give reporter, from and to.");
  }
  return yearsBetween(from, to).flatMap((year) =>
    flowKeys([reporter], flow).map((key) => ({ ...key, year, commodity: goods })),
  );
}

function keyOf({ source, report }: SourcedReport): string {
  return [source, report.reporter, report.flow, report.partner, report.year].join("|");
}
