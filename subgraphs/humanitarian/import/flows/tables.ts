import type { NewTable } from "../../../kit/snapshot/write.ts";
import type { AppealEntry } from "../appeals.ts";
import { type ClusterEntry, clusterCodeOf } from "../clusters.ts";
import type { OrganizationRegister } from "../organizations.ts";
import { listCell } from "../publisher-files.ts";
import type { FlowDump, FlowEnd, PublishedFlow } from "./flow.ts";

export interface FlowTableParts {
  /** Oldest first. */
  readonly dumps: readonly FlowDump[];
  readonly appeals: readonly AppealEntry[];
  readonly clusters: readonly ClusterEntry[];
  readonly organizations: OrganizationRegister;
}

const published = {
  sources: ["FTS"],
  licence: "CC-BY-3.0-IGO",
  vintage: "2026-04-17",
  retrievedAt: "2026-04-17T00:00:00.000Z",
};

export function dumpsTable(dumps: readonly FlowDump[]): NewTable {
  return {
    name: "flow-dumps",
    info: {
      ...published,
      rule: "One row per dump of the flows table: all flows of one usage year and of the countries named, as they stood on one day. A dump whose file does not state its day is dated at its newest update, since when nothing in it changed.",
      columns: {
        dump: "Key of the dump: usage year and day",
        year: "Usage year",
        date: "Day on which the flows stood so",
        countries:
          "Alpha-3 codes of the countries whose flows of that year are all in the dump, separated by semicolons",
        detailed:
          "true where the dump states plans at the source, parents, children, channels, earmarking and new money",
        internal: "true where money that moves inside the countries is in the dump beside what comes in",
        countsByFile:
          "true where a flow that names several usage years, or another one, counts in the year of the dump: files of a whole year from before it was over, which state no boundary per country",
        retrievedAt: "Instant the dump is dated at",
        flows: "Number of flows",
      },
    },
    rows: dumps.map((dump) => ({
      dump: dumpKey(dump),
      year: dump.year,
      date: dump.date,
      countries: listCell(dump.countries),
      detailed: dump.detailed,
      internal: dump.internal,
      countsByFile: dump.countsByFile,
      retrievedAt: dump.retrievedAt,
      flows: dump.flows.length,
    })),
  };
}

export function flowsTable({ dumps, ...parts }: FlowTableParts): NewTable {
  return {
    name: "flows",
    info: {
      ...published,
      rule: "One row per dump and flow, once per id: repetitions by country are counted in publisherRows and dropped when they agree in all else. Whether a flow enters a country or an appeal is not carried over, because it depends on what is asked; both ends are. Days are kept of instants. Descriptions, donor references and keywords are left out.",
      columns: {
        dump: "Key of the dump that states the flow",
        id: "Number of the flow",
        amountUsd: "Amount, US dollars; 0 or negative on parents that were divided among children",
        originalAmount: "Amount in the currency it was reported in; empty for flows reported in US dollars",
        originalCurrency: "ISO 4217 code, or a currency older than the list",
        exchangeRate: "Units of the original currency per US dollar",
        status: "paid, commitment or pledge",
        flowType: "Standard, Parked, Carryover or Pass through",
        contributionType: "financial or in kind",
        method: "How aid is delivered",
        newMoney: "true where the money enters the system with this flow; empty where the dump does not say",
        earmarking: "How far the donor binds the money, separated by semicolons",
        budgetYear: "Financial year of the donor",
        date: "Date of the flow",
        decisionDate: "Date the donor decided on",
        firstReportedDate: "Date the flow was first reported",
        createdDate: "Date the publisher published the flow",
        updatedDate: "Date of the newest change",
        version: "Version number; amounts also change without a new one",
        parent: "Number of the flow that this one is a part of",
        children: "Numbers of the flows that are parts of this one, separated by semicolons",
        reportChannels: "Ways by which it was reported, separated by semicolons",
        publisherRows: "Number of rows of the publisher's files that carry the flow",
        ...endColumns("source", "the money comes from"),
        ...endColumns("destination", "the money goes to"),
      },
    },
    rows: dumps.flatMap((dump) =>
      dump.flows
        .toSorted((a, b) => Number(a.id) - Number(b.id))
        .map((flow) => ({ dump: dumpKey(dump), ...toRow(flow, parts) })),
    ),
  };
}

function endColumns(end: string, what: string): Record<string, string> {
  return {
    [`${end}Organizations`]: `Ids of the organisations ${what}, separated by semicolons`,
    [`${end}Countries`]: `Alpha-3 codes of the countries ${what}, or GLOBAL, separated by semicolons`,
    [`${end}FirstYear`]: `First usage year ${what}`,
    [`${end}LastYear`]: `Last usage year ${what}`,
    [`${end}Appeal`]: `Code of the appeal ${what}`,
    [`${end}Clusters`]: `Codes of the global clusters ${what}, separated by semicolons`,
  };
}

function toRow(flow: PublishedFlow, parts: Omit<FlowTableParts, "dumps">) {
  const { source, destination, earmarking, children, reportChannels, ...rest } = flow;
  return {
    ...rest,
    earmarking: listCell(earmarking),
    children: listCell(children.toSorted((a, b) => Number(a) - Number(b))),
    reportChannels: listCell(reportChannels),
    ...toCells("source", source, parts),
    ...toCells("destination", destination, parts),
  };
}

function toCells(
  end: string,
  { organizations, countries, years, plan, clusters }: FlowEnd,
  parts: Omit<FlowTableParts, "dumps">,
) {
  const appeal = plan ? parts.appeals.find(({ ftsId }) => ftsId === plan.ftsId) : undefined;
  if (plan && !appeal) throw new Error(`A flow of an unknown appeal: ${plan.ftsId} ${plan.name}`);
  const codes = new Set(clusters.map((name) => clusterCodeOf(parts.clusters, name)));
  return {
    [`${end}Organizations`]: listCell(organizations.map((each) => parts.organizations.idOf(each))),
    [`${end}Countries`]: listCell(countries.toSorted()),
    [`${end}FirstYear`]: years.length > 0 ? Math.min(...years) : null,
    [`${end}LastYear`]: years.length > 0 ? Math.max(...years) : null,
    [`${end}Appeal`]: appeal?.code,
    [`${end}Clusters`]: listCell([...codes].toSorted()),
  };
}

function dumpKey({ year, date }: FlowDump): string {
  return `${year}@${date}`;
}
