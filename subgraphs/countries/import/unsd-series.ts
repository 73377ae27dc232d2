import { z } from "zod";
import { cell, readCsv, readJson } from "../../kit/snapshot/publisher-file.ts";

/** A series of the SDG Global Database, under the code it has today. */
export interface UnsdSeries {
  readonly code: string;
  readonly title: string;
  /** Codes of the SDG indicators it serves. */
  readonly sdgIndicators: readonly string[];
}

/**
 * Renames that also changed what is measured: the old code stays, so that the figures are not mistaken for the new series.
 * ER_FFS_PRTSPR counts subsidies before tax, its successor all fossil-fuel subsidies.
 */
const redefined = new Set(["ER_FFS_PRTSPR"]);

const listedSeries = z.array(z.object({ code: z.string(), indicator: z.array(z.string()) }));

/** @returns the series by the code that the release of 2020 used */
export async function readUnsdSeries(folder: string): Promise<ReadonlyMap<string, UnsdSeries>> {
  const renames = await readJson(
    folder,
    "unsdg/series_code_renames_2020_to_2022.json",
    z.record(z.string(), z.string()),
  );
  const listed = await readJson(folder, "recorded/unsdg/Series_List.json", listedSeries);
  // One code changed the case of two of its letters.
  const current = new Map(listed.map((series) => [series.code.toUpperCase(), series]));
  const series = new Map<string, UnsdSeries>();
  for (const row of await readCsv(folder, "unsdg/series_2020.csv")) {
    const old = cell(row, "series");
    const renamed = redefined.has(old) ? old : (renames[old] ?? old);
    const today = current.get(renamed.toUpperCase());
    series.set(old, {
      code: today?.code ?? renamed,
      title: cell(row, "description").replace(/\s+/g, " "),
      sdgIndicators: today?.indicator ?? cell(row, "indicator").split(/,\s*/),
    });
  }
  return series;
}
