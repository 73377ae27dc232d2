import { z } from "zod";
import { readJson } from "../../kit/snapshot/publisher-file.ts";
import type { NewTable } from "../../kit/snapshot/write.ts";
import { refuseTestRecords } from "./flows/flow.ts";
import { type PlaceCodes, readPlaceCodes } from "./place-codes.ts";
import { number, optional, type PublisherRow, readRows, required } from "./publisher-files.ts";

interface AnalysedArea {
  readonly analysis: string;
  readonly from: string;
  readonly to: string;
  readonly projected: boolean;
  readonly kind: "COUNTRY" | "REGION" | "PROVINCE" | "URBAN" | "CLUSTER";
  readonly area: string;
  readonly province: string;
}

type AreaRow = AnalysedArea & Record<string, string | number | boolean>;

const phases = {
  all: "population",
  1: "phase1",
  2: "phase2",
  3: "phase3",
  4: "phase4",
  5: "phase5",
  "3+": "phase3Plus",
};
const periods: Readonly<Record<string, boolean>> = { current: false, "first projection": true };

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
  const nationOf = (row: PublisherRow) => {
    const region = regions.get(required(row, "Date of analysis"));
    return region
      ? { kind: "REGION" as const, area: region, province: "" }
      : { kind: "COUNTRY" as const, area: "Afghanistan", province: "" };
  };
  const provinceOf = (row: PublisherRow) => {
    const area = required(row, "Level 1");
    return { kind: "PROVINCE" as const, area, province: places.provinceOf(area) };
  };
  const rows = [
    ...toRows([...national, ...latest], nationOf),
    ...toRows(provinces, provinceOf),
    ...toRows(areas, (row) => areaOf(row, places)),
  ];
  refuseTestRecords(rows.map(({ area }) => area));
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
    rows: rows.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)),
  };
}

function toRows(
  long: readonly PublisherRow[],
  placeOf: (row: PublisherRow) => Pick<AnalysedArea, "kind" | "area" | "province">,
): AreaRow[] {
  const rows = new Map<string, AreaRow>();
  for (const each of long) {
    const projected = periods[required(each, "Validity period")];
    if (projected === undefined) throw new Error(`An unknown period: ${JSON.stringify(each)}`);
    const area: AnalysedArea = {
      analysis: required(each, "Date of analysis"),
      from: required(each, "From"),
      to: required(each, "To"),
      projected,
      ...placeOf(each),
    };
    const row = rows.get(sortKey(area)) ?? { ...area };
    rows.set(sortKey(area), row);
    const column = phases[required(each, "Phase") as keyof typeof phases];
    if (!column || row[column] !== undefined) throw new Error(`An unknown or repeated phase: ${JSON.stringify(each)}`);
    row[column] = number(required(each, "Number"));
  }
  return [...rows.values()];
}

function areaOf(row: PublisherRow, places: PlaceCodes): Pick<AnalysedArea, "kind" | "area" | "province"> {
  const area = required(row, "Area");
  const group = optional(row, "Level 1");
  if (group) return { kind: "CLUSTER", area, province: places.provinceOf(group) };
  const town = / Urban$/.test(area);
  return { kind: town ? "URBAN" : "PROVINCE", area, province: places.provinceOf(area.replace(/ Urban$/, "")) };
}

function sortKey({ from, projected, kind, province, area, analysis }: AnalysedArea): string {
  return [from, analysis, projected, kind, province, area].join("|");
}
