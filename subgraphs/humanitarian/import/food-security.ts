import { z } from "zod";
import { readJson } from "../../kit/snapshot/publisher-file.ts";
import type { NewTable } from "../../kit/snapshot/write.ts";
import {
  type AnalysedPlace,
  analysisKey,
  areaPlace,
  type PhaseRow,
  provincePlace,
  toAnalyses,
  wholePlace,
} from "../records/analyses.ts";
import { refuseTestRecords } from "../records/unknown-row.ts";
import { readPlaceCodes } from "./place-codes.ts";
import { number, optional, type PublisherRow, readRows, required } from "./publisher-files.ts";

const analyses = z.array(z.object({ title: z.string(), analysis_date: z.string() }));

/** Acute food insecurity by analysis, period and area. */
export async function importFoodSecurity(folder: string): Promise<NewTable> {
  const [national, latest, provinces, areas, titles, places] = await Promise.all([
    readRows(folder, "foodsecurity/ipc_afg_national_long.csv"),
    readRows(folder, "foodsecurity/ipc_national_long_latest_2025-03_AFG.csv"),
    readRows(folder, "foodsecurity/ipc_afg_level1_long.csv"),
    readRows(folder, "foodsecurity/ipc_afg_area_long.csv"),
    readJson(folder, "recorded/ipc/population-country-AF.json.gz", analyses),
    readPlaceCodes(folder),
  ]);
  refuseTestRecords(titles.map(({ title }) => title));
  const regions = new Map(
    titles.flatMap(({ title, analysis_date }) => {
      const region = /\((.+)\)$/.exec(title)?.[1];
      return region ? [[analysis_date, region] as const] : [];
    }),
  );
  const rows = toAnalyses([
    ...toPhases([...national, ...latest], (row) => wholePlace(required(row, "Date of analysis"), regions)),
    ...toPhases(provinces, (row) => provincePlace(required(row, "Level 1"), places)),
    ...toPhases(areas, (row) => areaPlace(required(row, "Area"), optional(row, "Level 1"), places)),
  ]);
  return {
    name: "food-security",
    info: {
      sources: ["HDX"],
      licence: "Public domain",
      vintage: "2025-03",
      retrievedAt: "2025-03-31T00:00:00.000Z",
      rule: "One row per analysis, period and area of the long tables, which have one per phase; the publisher's rounded shares are left out. Areas are matched to provinces by name, other spellings among them; an urban area belongs to the province it is named for, and a group of districts to the province of its column Level 1. Two early analyses are of one region only, which their titles in the service name. A phase that a table does not state is empty.",
      columns: {
        analysis: "Month of the analysis as the publisher names it",
        from: "First day of the period",
        to: "Last day of the period",
        projected: "true where the period lay ahead at the time of the analysis",
        kind: "COUNTRY, REGION, PROVINCE, URBAN (a town inside a province, not counted in it) or CLUSTER (a group of districts)",
        area: "Name of the area",
        province: "P-code of the province the area is, or lies in; empty for the country and for regions",
        population: "People analysed",
        phase1: "People in phase 1, minimal",
        phase2: "People in phase 2, stressed",
        phase3: "People in phase 3, crisis",
        phase4: "People in phase 4, emergency",
        phase5: "People in phase 5, catastrophe",
        phase3Plus: "People in phase 3 or above",
      },
    },
    rows: rows.toSorted((a, b) => (analysisKey(a) < analysisKey(b) ? -1 : 1)).map((row) => ({ ...row })),
  };
}

function toPhases(rows: readonly PublisherRow[], placeOf: (row: PublisherRow) => AnalysedPlace): PhaseRow[] {
  return rows.map((row) => ({
    analysis: required(row, "Date of analysis"),
    validity: required(row, "Validity period"),
    from: required(row, "From"),
    to: required(row, "To"),
    phase: required(row, "Phase"),
    people: number(required(row, "Number")),
    place: placeOf(row),
  }));
}
