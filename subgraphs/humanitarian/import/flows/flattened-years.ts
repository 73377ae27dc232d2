import { region } from "../../../kit/countries.ts";
import { countryOf } from "../locations.ts";
import { number, optional, optionalNumber, type PublisherRow, readRows, required } from "../publisher-files.ts";
import { flatCells } from "./flat-row.ts";
import type { FlowDump, FlowEnd, PublishedFlow } from "./flow.ts";

/**
 * Whole usage years of the Financial Tracking Service as Development Initiatives flattened them.
 * `boundary` and `onBoundary` of these files are relative to the year alone, so they are not carried over.
 */

/** The older years are dated at their newest update: from then on nothing in them changed. */
const files = [
  { year: 2000, date: "2017-11-21" },
  { year: 2001, date: "2017-11-21" },
  { year: 2002, date: "2019-06-07" },
  { year: 2003, date: "2017-11-21" },
  { year: 2022, date: "2022-02-28" },
  { year: 2023, date: "2023-03-01" },
] as const;

export async function readFlattenedYears(folder: string): Promise<FlowDump[]> {
  return Promise.all(
    files.map(async ({ year, date }) => {
      const rows = await readRows(folder, `fts/di_fts_flows_${year}_afg_ca.csv.gz`);
      const flows = rows.map(toFlow);
      const newest = flows.reduce(
        (latest, { updatedDate }) => (updatedDate && updatedDate > latest ? updatedDate : latest),
        "",
      );
      if (newest !== date) throw new Error(`The flows of ${year} were last updated on ${newest}, not on ${date}`);
      return {
        year,
        date,
        countries: [...region],
        detailed: true,
        internal: true,
        countsByFile: date <= `${year}-12-31`,
        retrievedAt: `${date}T00:00:00.000Z`,
        flows,
      };
    }),
  );
}

function toFlow(row: PublisherRow): PublishedFlow {
  return {
    ...flatCells(row),
    newMoney: required(row, "newMoney") === "TRUE",
    earmarking: split(row, "grandBargainEarmarkingType", "|"),
    version: optionalNumber(row, "versionId"),
    parent: optional(row, "parentFlowId"),
    children: split(row, "childFlowIds", "|"),
    reportChannels: [...new Set(split(row, "reportDetails_reportChannel"))],
    source: toEnd(row, "sourceObjects"),
    destination: toEnd(row, "destinationObjects"),
    publisherRows: 1,
  };
}

function toEnd(row: PublisherRow, side: "sourceObjects" | "destinationObjects"): FlowEnd {
  const names = split(row, `${side}_Organization.name`);
  const ids = split(row, `${side}_Organization.id`);
  const types = split(row, `${side}_Organization.organizationTypes`);
  const subtypes = split(row, `${side}_Organization.organizationSubTypes`);
  const plans = split(row, `${side}_Plan.id`);
  if (names.length !== ids.length || plans.length > 1) throw new Error(`Broken ${side} of flow ${row["id"]}`);
  const [plan] = plans;
  // With several organisations the lists of types and subtypes need not line up with the names.
  const one = ids.length === 1;
  return {
    organizations: ids.map((ftsId, i) => ({
      ftsId,
      name: names[i] ?? "",
      type: (one && types[0]) || null,
      subtype: (one && subtypes[0]) || null,
    })),
    countries: split(row, `${side}_Location.name`).map(countryOf),
    years: split(row, `${side}_UsageYear.name`).map(number),
    plan: plan ? { ftsId: plan, name: required(row, `${side}_Plan.name`) } : null,
    clusters: split(row, `${side}_GlobalCluster.name`),
  };
}

function split(row: PublisherRow, column: string, separator = "; "): string[] {
  return (optional(row, column) ?? "")
    .split(separator)
    .filter((item) => item !== "" && item !== "NULL" && item !== "NA");
}
