import type { NewTable } from "../../kit/snapshot/write.ts";
import { number, readRows, required } from "./publisher-files.ts";

const columns: Readonly<Record<string, string>> = {
  INFORM: "overall",
  HA: "hazard",
  VU: "vulnerability",
  CC: "copingCapacity",
};

/** The INFORM risk index and its three dimensions over the years. */
export async function importRisk(folder: string): Promise<NewTable> {
  const rows = new Map<string, Record<string, string | number>>();
  for (const each of await readRows(folder, "risk/inform_risk_index_trends_ca.csv")) {
    const country = required(each, "Iso3");
    const year = number(required(each, "GNAYear"));
    const column = columns[required(each, "IndicatorId")];
    const row = rows.get(`${country}|${year}`) ?? { country, year };
    rows.set(`${country}|${year}`, row);
    if (!column || row[column] !== undefined) throw new Error(`An unknown or repeated score: ${JSON.stringify(each)}`);
    row[column] = number(required(each, "IndicatorScore"));
  }
  return {
    name: "risk-index",
    info: {
      sources: ["INFORM"],
      licence: "CC-BY-4.0",
      vintage: "INFORM Risk Index 2025",
      retrievedAt: "2025-01-01T00:00:00.000Z",
      rule: "One row per country and year of the trends table, which has one per score. Classes of risk and ranks are not in it.",
      columns: {
        country: "Alpha-3 code of the country",
        year: "Year",
        overall: "Risk of humanitarian crises and disasters, 0 to 10, the higher the worse",
        hazard: "Hazard and exposure, 0 to 10",
        vulnerability: "Vulnerability, 0 to 10",
        copingCapacity: "Lack of coping capacity, 0 to 10",
      },
    },
    rows: [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row),
  };
}
