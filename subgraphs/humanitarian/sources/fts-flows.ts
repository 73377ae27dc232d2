/**
 * OCHA Financial Tracking Service, API v1: flows of money; CC BY 3.0 IGO, no key, one call a second.
 * https://fts.unocha.org/content/fts-public-api
 *
 * An error can come with status 200 and `status` other than "ok"; generic clients are refused with 406; answers come
 * in pages, each with a link to the next one. `boundary` is relative to the question and so never kept.
 */
import { z } from "zod";
import { SourceMalformed, SourceTruncated } from "../../kit/source/errors.ts";
import { type LiveDeps, liveReading } from "../../kit/source/live-reading.ts";
import { oneByOne } from "../../kit/source/one-by-one.ts";
import type { Source } from "../../kit/source/source.ts";
import { placeCodeOf } from "../country-names.ts";
import { classifyOrganization, isPlaceholder } from "../organization-types.ts";
import type { DumpRecord, FlowEnd, FlowRecord, FlowStatus } from "../records/flow.ts";
import type { OrganizationRecord } from "../records/reference.ts";
import { ftsAnswer, optional } from "./fts-answer.ts";
import { byNumber, type FtsCodes } from "./fts-codes.ts";
import type { PlaceAndYear } from "./keys.ts";

const pageSize = 1_000;
const mostPages = 200;

const flowObject = z.object({
  type: z.string(),
  id: z.coerce.string(),
  name: z.string(),
  organizationTypes: optional(z.array(z.string())),
  organizationSubTypes: optional(z.array(z.string())),
});
const flow = z.object({
  id: z.coerce.string(),
  amountUSD: z.number(),
  originalAmount: optional(z.number()),
  originalCurrency: optional(z.string()),
  status: z.enum(["paid", "commitment", "pledge"]),
  flowType: z.string(),
  contributionType: z.string(),
  method: optional(z.string()),
  newMoney: optional(z.boolean()),
  grandBargainEarmarkingType: optional(z.array(z.string())),
  date: optional(z.string()),
  decisionDate: optional(z.string()),
  firstReportedDate: optional(z.string()),
  createdAt: optional(z.string()),
  parentFlowId: optional(z.coerce.string()),
  childFlowIds: optional(z.array(z.coerce.string())),
  reportDetails: optional(z.array(z.object({ reportChannel: optional(z.string()) }))),
  sourceObjects: z.array(flowObject),
  destinationObjects: z.array(flowObject),
});
const page = z.object({
  data: z.object({ flows: z.array(flow) }),
  meta: z.object({ count: z.number().int().optional(), nextLink: z.string().nullish() }),
});

type Flow = z.infer<typeof flow>;
const parse = ftsAnswer(page);

/** All flows of a country and usage year as they stand today. */
export interface LiveFlows {
  readonly dump: DumpRecord;
  readonly flows: readonly FlowRecord[];
  /** Those at either end of the flows. */
  readonly organizations: readonly OrganizationRecord[];
}

export interface FtsDeps extends LiveDeps {
  readonly codes: () => Promise<FtsCodes>;
}

export function createFtsFlows(deps: FtsDeps): Source<PlaceAndYear, LiveFlows> {
  const { upstream, clock, codes } = deps;
  async function allFlows({ country, year }: PlaceAndYear, signal?: AbortSignal): Promise<Map<string, Flow>> {
    const flows = new Map<string, Flow>();
    const seen = new Set<string>();
    const query = { countryISO3: country, year, limit: pageSize };
    let answer = await upstream.get({ path: "/v1/public/fts/flow", query, parse, signal });
    for (;;) {
      for (const each of answer.data.flows) flows.set(each.id, each);
      const { nextLink, count } = answer.meta;
      if (!nextLink) {
        if (count !== undefined && flows.size < count)
          throw new SourceTruncated(upstream.id, "announces more flows than it gives");
        return flows;
      }
      if (seen.has(nextLink)) throw new SourceMalformed(upstream.id, "gives pages in a circle");
      if (seen.size === mostPages)
        throw new SourceTruncated(upstream.id, `needs over ${mostPages} pages for one answer`);
      seen.add(nextLink);
      answer = await upstream.get({ path: nextLink, parse, signal });
    }
  }

  return oneByOne(upstream.id, async (key, signal) => {
    const [found, known] = await Promise.all([allFlows(key, signal), codes()]);
    const date = new Date(clock()).toISOString().slice(0, 10);
    const { country, year } = key;
    const dump = {
      key: `${year}@live`,
      year,
      date,
      countries: [country],
      detailed: true,
      internal: true,
      countsByFile: false,
    };
    const flows = [...found.values()].map((each) => toFlowRecord(each, dump.key, known));
    return liveReading(deps, { dump, flows, organizations: toOrganizations([...found.values()]) }, date);
  });
}

function toFlowRecord(payload: Flow, dump: string, codes: FtsCodes): FlowRecord {
  const channels = (payload.reportDetails ?? []).flatMap(({ reportChannel }) => reportChannel ?? []);
  return {
    dump,
    id: payload.id,
    amountUsd: payload.amountUSD,
    originalAmount: payload.originalAmount,
    originalCurrency: payload.originalCurrency,
    status: payload.status.toUpperCase() as FlowStatus,
    flowType: payload.flowType,
    contributionType: payload.contributionType,
    method: payload.method,
    newMoney: payload.newMoney,
    earmarking: payload.grandBargainEarmarkingType ?? [],
    date: day(payload.date),
    decisionDate: day(payload.decisionDate),
    firstReportedDate: day(payload.firstReportedDate),
    createdDate: day(payload.createdAt),
    parent: payload.parentFlowId,
    children: payload.childFlowIds ?? [],
    reportChannels: [...new Set(channels)],
    publisherRows: 1,
    source: toEnd(payload.sourceObjects, codes),
    destination: toEnd(payload.destinationObjects, codes),
  };
}

function toOrganizations(flows: readonly Flow[]): OrganizationRecord[] {
  const organizations = flows
    .flatMap(({ sourceObjects, destinationObjects }) => [...sourceObjects, ...destinationObjects])
    .filter(({ type }) => type === "Organization")
    .map(({ id, name, organizationTypes, organizationSubTypes }): OrganizationRecord => {
      const [type = null] = organizationTypes ?? [];
      const [subtype = null] = organizationSubTypes ?? [];
      const kind = classifyOrganization({ type, subtype });
      return { id: byNumber(id), name, ...kind, isPlaceholder: isPlaceholder(name), aliases: [] };
    });
  return [...new Map(organizations.map((each) => [each.id, each])).values()];
}

function toEnd(objects: Flow["sourceObjects"], codes: FtsCodes): FlowEnd {
  const of = (type: string) => objects.filter((each) => each.type === type);
  const years = of("UsageYear").map(({ name }) => Number(name));
  const [plan] = of("Plan");
  return {
    organizations: of("Organization").map(({ id }) => byNumber(id)),
    countries: of("Location").map(({ id, name }) => placeCodeOf(name) ?? byNumber(id)),
    firstYear: years.length > 0 ? Math.min(...years) : null,
    lastYear: years.length > 0 ? Math.max(...years) : null,
    appeal: plan ? (codes.appeal(plan.id) ?? byNumber(plan.id)) : null,
    clusters: of("GlobalCluster").map(({ id }) => codes.cluster(id) ?? byNumber(id)),
  };
}

function day(instant: string | null): string | null {
  return instant?.slice(0, 10) ?? null;
}
