import { z } from "zod";
import { readJson } from "../../kit/snapshot/publisher-file.ts";
import type { NewTable } from "../../kit/snapshot/write.ts";
import { listCell, optional, readRows, required } from "./publisher-files.ts";

export interface ClusterEntry {
  readonly code: string;
  readonly ftsId: string;
  readonly name: string;
  readonly parent: string | null;
  readonly aliases: readonly string[];
}

const monitoring = z.object({
  data: z.object({
    planGlobalClusters: z.array(
      z.object({ globalClusterId: z.number(), globalClusterCode: z.string(), globalClusterName: z.string() }),
    ),
  }),
});

/** Labels of 2020 for what later files call "Protection - ...". Both are found in flows of the same cluster. */
const earlierNames: Readonly<Record<string, readonly string[]>> = {
  "12": ["Child Protection"],
  "13": ["Gender Based Violence"],
  "14": ["Housing, Land and Property"],
  "15": ["Mine Action"],
};

/** Rows of the cluster table that are buckets, not clusters. */
export const buckets: Readonly<Record<string, string>> = {
  "Not specified": "NOT_SPECIFIED",
  "Multiple clusters/sectors (shared)": "MULTIPLE",
};

/** The global clusters: number and name from the funding tables and coordination groups, code from the response monitoring and the coordination groups. */
export async function readClusters(folder: string): Promise<readonly ClusterEntry[]> {
  const [funding, groups, needs, { data }] = await Promise.all([
    readRows(folder, "fts/fts_requirements_funding_globalcluster_afg_ca_snapshot2026-04.csv"),
    readRows(folder, "needs/global_coordination_groups.csv"),
    readRows(folder, "needs/hpc_hno_2026_afg.csv"),
    readJson(folder, "recorded/hpc/plan-1185-responseMonitoring.json", monitoring),
  ]);
  // The groups number their areas of responsibility otherwise; only their clusters share the service's numbers.
  const names = new Map(
    groups
      .filter((row) => row["Group Type"] === "Cluster")
      .map((row) => [required(row, "HRinfo ID"), required(row, "Preferred Term")] as const),
  );
  for (const row of funding) {
    const ftsId = optional(row, "clusterCode");
    if (ftsId) names.set(ftsId, required(row, "cluster"));
  }
  const codes = new Map<string, string>([
    ...groups.map((row) => [required(row, "Preferred Term"), required(row, "ACRONYM")] as const),
    ...needs.map((row) => [required(row, "Description"), required(row, "Cluster")] as const),
    ...data.planGlobalClusters.map((cluster) => [cluster.globalClusterName, cluster.globalClusterCode] as const),
  ]);
  const entries = [...names].map(([ftsId, name]) => {
    // Where no publisher's file gives a code, the number serves as one.
    const code = codes.get(name) ?? ftsId;
    const [parent] = code.split("-");
    const isArea = parent !== undefined && parent !== code;
    return { code, ftsId, name, parent: isArea ? parent : null, aliases: earlierNames[ftsId] ?? [] };
  });
  return entries.toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

/** Code of the cluster with that name, present or former. */
export function clusterCodeOf(clusters: readonly ClusterEntry[], name: string): string {
  const found = clusters.find((cluster) => cluster.name === name || cluster.aliases.includes(name));
  if (!found) throw new Error(`An unknown cluster: ${name}`);
  return found.code;
}

export function clustersTable(clusters: readonly ClusterEntry[]): NewTable {
  return {
    name: "clusters",
    info: {
      sources: ["FTS", "HPC"],
      licence: "CC-BY-3.0-IGO",
      vintage: "2026-04-17",
      retrievedAt: "2026-04-17T00:00:00.000Z",
      rule: "One row per global cluster of the funding tables and of the list of coordination groups. The code is joined on the name from the response monitoring of the 2024 plan, the list of coordination groups and the 2026 caseloads; a cluster without a code in these keeps its number as one. Areas of responsibility belong to the cluster that their code begins with.",
      columns: {
        code: "Code of the cluster",
        ftsId: "Number of the cluster in the Financial Tracking Service",
        name: "Name in the newest files",
        parent: "Code of the cluster that an area of responsibility belongs to; empty for clusters",
        aliases: "Names in earlier files, separated by semicolons",
      },
    },
    rows: clusters.map(({ aliases, ...rest }) => ({ ...rest, aliases: listCell(aliases) })),
  };
}
