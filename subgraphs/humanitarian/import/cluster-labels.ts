import type { NewTable } from "../../kit/snapshot/write.ts";
import { type ClusterEntry, clusterCodeOf } from "./clusters.ts";
import type { FlowDump } from "./flows/flow.ts";

/** The year of the table that gives the newest names. */
const newestYear = 2026;

interface Label {
  readonly cluster: string;
  readonly label: string;
  firstYear: number;
  lastYear: number;
}

/** Which name a cluster had in the files of which years. @param dumps those of which the day is known */
export function clusterLabelsTable(clusters: readonly ClusterEntry[], dumps: readonly FlowDump[]): NewTable {
  const labels = new Map<string, Label>();
  const add = (cluster: string, label: string, year: number) => {
    const found = labels.get(label) ?? { cluster, label, firstYear: year, lastYear: year };
    found.firstYear = Math.min(found.firstYear, year);
    found.lastYear = Math.max(found.lastYear, year);
    labels.set(label, found);
  };
  for (const { code, name } of clusters) add(code, name, newestYear);
  for (const { date, flows } of dumps) {
    const named = flows.flatMap(({ source, destination }) => [...source.clusters, ...destination.clusters]);
    for (const label of new Set(named)) add(clusterCodeOf(clusters, label), label, Number(date.slice(0, 4)));
  }
  return {
    name: "cluster-labels",
    info: {
      sources: ["FTS"],
      licence: "CC-BY-3.0-IGO",
      vintage: "2026-04-17",
      retrievedAt: "2026-04-17T00:00:00.000Z",
      rule: "One row per name that the funding table or a file of flows of a known day gives a cluster, with the years of the first and the last such file. A year between them can be without one.",
      columns: {
        cluster: "Code of the cluster",
        label: "Name",
        firstYear: "Year of the first file that has it",
        lastYear: "Year of the last file that has it",
      },
    },
    rows: [...labels.values()].toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).map((label) => ({ ...label })),
  };
}

function keyOf({ cluster, firstYear, label }: Label): string {
  return `${cluster}|${firstYear}|${label}`;
}
