import { z } from "zod";
import { readJson } from "../../../kit/snapshot/publisher-file.ts";
import { countryOf } from "../locations.ts";
import { day, number } from "../publisher-files.ts";
import type { FlowDump, FlowEnd, PublishedFlow } from "./flow.ts";

/** Answers of the Financial Tracking Service's flow search, which keep ids, plans at both ends and report channels. */

const flowObject = z.object({
  type: z.string(),
  id: z.string(),
  name: z.string(),
  organizationTypes: z.array(z.string()).nullish(),
  organizationSubTypes: z.array(z.string()).nullish(),
});

const flow = z.object({
  id: z.string(),
  amountUSD: z.number(),
  originalAmount: z.number().nullish(),
  originalCurrency: z.string().nullish(),
  exchangeRate: z.number().nullable(),
  status: z.string(),
  flowType: z.string(),
  contributionType: z.string(),
  method: z.string().nullable(),
  newMoney: z.boolean(),
  grandBargainEarmarkingType: z.array(z.string()).nullable(),
  budgetYear: z.string().nullable(),
  date: z.string().nullable(),
  decisionDate: z.string().nullable(),
  firstReportedDate: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  versionId: z.number(),
  parentFlowId: z.number().nullable(),
  childFlowIds: z.array(z.number()).nullable(),
  reportDetails: z.array(z.object({ reportChannel: z.string().nullish() })),
  sourceObjects: z.array(flowObject),
  destinationObjects: z.array(flowObject),
});

const page = z.object({ status: z.literal("ok"), data: z.object({ flows: z.array(flow) }) });

const recordings = [
  {
    year: 2020,
    date: "2020-10-12",
    files: [
      "snapshot-2020-10-12_custom-search-locationid-1-year-2020",
      "snapshot-2020-10-12_custom-search-locationid-1-year-2020-page-2",
    ],
    packed: true,
  },
  {
    year: 2021,
    date: "2021-03-11",
    files: ["snapshot-2021-03-11_custom-search-locationid-1-year-2021"],
    packed: false,
  },
  {
    year: 2020,
    date: "2021-03-12",
    files: [
      "custom-search-locationid-1-year-2020",
      "custom-search-locationid-1-year-2020-page-2",
      "custom-search-locationid-1-year-2020-page-3",
    ],
    packed: false,
  },
] as const;

export async function readRecordedDumps(folder: string): Promise<FlowDump[]> {
  return Promise.all(
    recordings.map(async ({ year, date, files, packed }) => {
      const pages = await Promise.all(
        files.map((file) => readJson(folder, `recorded/fts/${file}.json${packed ? ".gz" : ""}`, page)),
      );
      const flows = pages.flatMap(({ data }) => data.flows.map(toFlow));
      const retrievedAt = `${date}T00:00:00.000Z`;
      return {
        year,
        date,
        countries: ["AFG"],
        detailed: true,
        internal: true,
        countsByFile: false,
        retrievedAt,
        flows,
      };
    }),
  );
}

function toFlow(payload: z.infer<typeof flow>): PublishedFlow {
  const channels = payload.reportDetails.flatMap(({ reportChannel }) => (reportChannel ? [reportChannel] : []));
  return {
    id: payload.id,
    amountUsd: payload.amountUSD,
    originalAmount: payload.originalAmount ?? null,
    originalCurrency: payload.originalCurrency ?? null,
    exchangeRate: payload.exchangeRate,
    status: payload.status,
    flowType: payload.flowType,
    contributionType: payload.contributionType,
    method: payload.method,
    newMoney: payload.newMoney,
    earmarking: payload.grandBargainEarmarkingType ?? [],
    budgetYear: payload.budgetYear,
    date: day(payload.date),
    decisionDate: day(payload.decisionDate),
    firstReportedDate: day(payload.firstReportedDate),
    createdDate: day(payload.createdAt),
    updatedDate: day(payload.updatedAt),
    version: payload.versionId,
    parent: payload.parentFlowId === null ? null : String(payload.parentFlowId),
    children: (payload.childFlowIds ?? []).map(String),
    reportChannels: [...new Set(channels)],
    source: toEnd(payload.sourceObjects),
    destination: toEnd(payload.destinationObjects),
    publisherRows: 1,
  };
}

function toEnd(objects: readonly z.infer<typeof flowObject>[]): FlowEnd {
  const of = (type: string) => objects.filter((object) => object.type === type);
  const [plan, ...others] = of("Plan");
  if (others.length > 0) throw new Error(`A flow end with several plans: ${JSON.stringify(objects)}`);
  return {
    organizations: of("Organization").map(({ id, name, organizationTypes, organizationSubTypes }) => ({
      ftsId: id,
      name,
      type: organizationTypes?.[0] ?? null,
      subtype: organizationSubTypes?.[0] ?? null,
    })),
    countries: of("Location").map(({ name }) => countryOf(name)),
    years: of("UsageYear").map(({ name }) => number(name)),
    plan: plan ? { ftsId: plan.id, name: plan.name } : null,
    clusters: of("GlobalCluster").map(({ name }) => name),
  };
}
