import type { NewTable } from "../../kit/snapshot/write.ts";
import { byColumns } from "./publisher-files.ts";
import { storageReports } from "./reference/dam-storage.ts";

/** Water in the reservoirs, as news reports print it. */
export function damStorage(): NewTable {
  return {
    name: "dam-storage",
    info: {
      sources: ["NEWS_24KG"],
      licence: "facts, cited",
      vintage: "2026-01",
      retrievedAt: "2026-11-23T00:00:00Z",
      rule: "Volumes of the Toktogul reservoir transcribed as they are printed. Reports that name no day or month, only a season, and figures that follow from others are left out. What was planned or expected when it was reported is PROJECTED.",
      columns: {
        dam: "Id of the dam",
        period: "Day or month, ISO 8601",
        storageKm3: "Water in the reservoir in cubic kilometres",
        nature: "REPORTED, or PROJECTED for a plan or an expectation",
      },
    },
    rows: storageReports.map((report) => ({ ...report })).toSorted(byColumns("dam", "period")),
  };
}
