import { z } from "zod";
import { readJson } from "../../kit/snapshot/publisher-file.ts";
import type { NewTable } from "../../kit/snapshot/write.ts";
import { refuseTestRecords } from "../records/unknown-row.ts";
import { type ClusterEntry, clusterCodeOf } from "./clusters.ts";
import { optional, optionalNumber, type PublisherRow, readRows, required } from "./publisher-files.ts";

interface Caseload {
  readonly area: string;
  readonly year: number;
  /** Empty for the people in need of anything at all. */
  readonly cluster: string;
  readonly caseload: string;
  readonly partOf: string;
  readonly peopleInNeed: number | null;
  readonly peopleTargeted: number | null;
  readonly peopleReached: number | null;
  readonly asOf: string;
}

const whole = "ALL";
/** The caseload that several areas of responsibility share a cluster with. */
const protection = { cluster: "PRO", overall: "Protection (overall)", general: "General Protection" };

const progress = z.object({
  data: z.object({
    plans: z.array(
      z.object({
        code: z.string(),
        caseLoads: z
          .array(z.object({ totals: z.array(z.object({ type: z.string(), value: z.number().nullable() })) }))
          .nullish(),
      }),
    ),
  }),
});

/** People in need by area, year and cluster: three plans of Afghanistan. */
export async function importNeeds(folder: string, clusters: readonly ClusterEntry[]): Promise<NewTable> {
  const [of2024, of2026, overview] = await Promise.all([
    readRows(folder, "needs/afg_hpc_needs_api_2024.csv"),
    readRows(folder, "needs/hpc_hno_2026_afg.csv"),
    readJson(folder, "recorded/fts/2-fts-flow-plan-overview-progress-2020.json", progress),
  ]);
  const caseloads = [
    planCaseload(overview),
    ...toCaseloads(of2024, { year: 2024, asOf: "2025-01-15" }, clusters),
    ...toCaseloads(of2026, { year: 2026, asOf: "2026-04-17" }, clusters),
  ];
  refuseTestRecords(caseloads.map(({ caseload }) => caseload));
  return {
    name: "needs",
    info: {
      sources: ["HPC"],
      licence: "CC-BY-3.0-IGO",
      vintage: "2026-04-17",
      retrievedAt: "2026-04-17T00:00:00.000Z",
      rule: "One row per area, year and caseload of the needs tables of 2024 and 2026; of the rows by age, sex and status the totals alone, and no caseload without a figure. The caseload ALL is the people in need of anything at all. Clusters are joined on the code. The caseload of protection as a whole stands for that cluster; its areas of responsibility, and what the tables call General Protection, are parts of it. For 2020 the plan overview states caseloads without names, of which the one with a total population is that of the whole plan. The tables of 2024 below national level hold the province and the district of Kabul alone. People reached in 2024 are those that the response monitoring expected to reach.",
      columns: {
        area: "P-code of the province or district; the alpha-3 code for the whole country",
        year: "Year of the plan",
        cluster: "Code of the global cluster; empty for the caseload of all clusters and for General Protection",
        caseload: "Name of the caseload",
        partOf: "Code of the cluster whose caseload holds this one; empty for whole clusters",
        peopleInNeed: "People in need",
        peopleTargeted: "People that the plan is to reach",
        peopleReached: "People reached",
        asOf: "Day on which the figures stood so",
      },
    },
    rows: caseloads.map((caseload) => ({ ...caseload })).toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
  };
}

function planCaseload({ data }: z.infer<typeof progress>): Caseload {
  const plan = data.plans.find(({ code }) => code === "HAFG20");
  const totals = (plan?.caseLoads ?? []).map(
    (caseload) => new Map(caseload.totals.map(({ type, value }) => [type, value])),
  );
  const [overall, ...others] = totals.filter((total) => total.get("totalPopulation") != null);
  if (!overall || others.length > 0) throw new Error("Not one caseload of the plan of 2020 states a total population");
  return {
    area: "AFG",
    year: 2020,
    cluster: "",
    caseload: whole,
    partOf: "",
    peopleInNeed: overall.get("inNeed") ?? null,
    peopleTargeted: overall.get("target") ?? null,
    peopleReached: overall.get("reached") ?? null,
    asOf: "2021-03-12",
  };
}

function toCaseloads(
  rows: readonly PublisherRow[],
  plan: { readonly year: number; readonly asOf: string },
  clusters: readonly ClusterEntry[],
): Caseload[] {
  return rows
    .filter((row) => isTotal(row))
    .map((row) => ({
      area: optional(row, "Admin 2 PCode") ?? optional(row, "Admin 1 PCode") ?? "AFG",
      ...clusterOf(row, clusters),
      peopleInNeed: optionalNumber(row, "In Need"),
      peopleTargeted: optionalNumber(row, "Targeted"),
      peopleReached: optionalNumber(row, "Reached"),
      ...plan,
    }))
    .filter(({ peopleInNeed, peopleTargeted }) => peopleInNeed !== null || peopleTargeted !== null);
}

/** Below national level totals are called so; the nation has no other rows. */
function isTotal(row: PublisherRow): boolean {
  const category = optional(row, "Category");
  return category === null || category.toLowerCase() === "total";
}

function clusterOf(row: PublisherRow, clusters: readonly ClusterEntry[]) {
  const code = required(row, "Cluster");
  const caseload = required(row, "Description");
  if (code === whole) return { cluster: "", caseload: whole, partOf: "" };
  if (code === protection.cluster && caseload !== protection.overall) {
    if (caseload !== protection.general) throw new Error(`An unknown part of protection: ${caseload}`);
    return { cluster: "", caseload, partOf: protection.cluster };
  }
  const entry = clusters.find((cluster) => cluster.code === code);
  if (!entry) return { cluster: clusterCodeOf(clusters, caseload), caseload, partOf: "" };
  return { cluster: code, caseload, partOf: entry.parent ?? "" };
}

function keyOf({ area, year, partOf, cluster, caseload }: Caseload): string {
  return [area, year, caseload === whole ? "" : partOf || cluster, partOf, cluster, caseload].join("|");
}
