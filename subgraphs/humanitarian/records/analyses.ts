import type { PlaceNames } from "../place-names.ts";
import type { FoodSecurityRecord } from "./food.ts";
import { refuseTestRecords, UnknownRow } from "./unknown-row.ts";

/** A row of the long tables of analyses: the people of one area in one phase in one period. */
export interface PhaseRow {
  readonly analysis: string;
  /** Such as `first projection`. */
  readonly validity: string;
  readonly from: string;
  readonly to: string;
  /** `1` to `5`, `3+` or `all`. */
  readonly phase: string;
  readonly people: number | null;
  readonly place: AnalysedPlace;
}

export type AnalysedPlace = Pick<FoodSecurityRecord, "kind" | "area" | "province">;

const phases = {
  all: "population",
  "1": "phase1",
  "2": "phase2",
  "3": "phase3",
  "4": "phase4",
  "5": "phase5",
  "3+": "phase3Plus",
} as const;
const projectedBy: Readonly<Record<string, boolean>> = {
  current: false,
  "first projection": true,
  "second projection": true,
};

type Figures = { -readonly [Column in (typeof phases)[keyof typeof phases]]?: number | null };

interface Found {
  readonly row: PhaseRow;
  readonly projected: boolean;
  readonly figures: Figures;
}

/** One record per analysis, period and area. @throws UnknownRow on a period or phase it does not know, a phase twice, a test record */
export function toAnalyses(rows: readonly PhaseRow[]): FoodSecurityRecord[] {
  refuseTestRecords(rows.map(({ place }) => place.area));
  const found = new Map<string, Found>();
  for (const row of rows) {
    const projected = projectedBy[row.validity.toLowerCase()];
    const column = phases[row.phase as keyof typeof phases];
    if (projected === undefined || !column) throw new UnknownRow(`An unknown period or phase: ${JSON.stringify(row)}`);
    const key = analysisKey({ ...row, ...row.place, projected });
    const entry: Found = found.get(key) ?? { row, projected, figures: {} };
    found.set(key, entry);
    if (column in entry.figures) throw new UnknownRow(`A phase that is stated twice: ${JSON.stringify(row)}`);
    entry.figures[column] = row.people;
  }
  return [...found.values()].map(({ row: { analysis, from, to, place }, projected, figures }) => ({
    analysis,
    from,
    to,
    projected,
    ...place,
    population: figures.population ?? null,
    phase1: figures.phase1 ?? null,
    phase2: figures.phase2 ?? null,
    phase3: figures.phase3 ?? null,
    phase4: figures.phase4 ?? null,
    phase5: figures.phase5 ?? null,
    phase3Plus: figures.phase3Plus ?? null,
  }));
}

/** The whole country, or the only region that an early analysis looked at. @param regions by analysis */
export function wholePlace(analysis: string, regions: ReadonlyMap<string, string>): AnalysedPlace {
  const region = regions.get(analysis);
  return region
    ? { kind: "REGION", area: region, province: null }
    : { kind: "COUNTRY", area: "Afghanistan", province: null };
}

/** @throws UnknownRow on a name that is no province's */
export function provincePlace(name: string, places: Pick<PlaceNames, "provinceOf">): AnalysedPlace {
  return { kind: "PROVINCE", area: name, province: codeOf(name, places) };
}

/**
 * A province, the town named for one, or a group of districts in one.
 *
 * @param group the province of a group of districts
 * @throws UnknownRow on a name that is no province's
 */
export function areaPlace(area: string, group: string | null, places: Pick<PlaceNames, "provinceOf">): AnalysedPlace {
  if (group) return { kind: "CLUSTER", area, province: codeOf(group, places) };
  const town = / Urban$/.test(area);
  return { kind: town ? "URBAN" : "PROVINCE", area, province: codeOf(area.replace(/ Urban$/, ""), places) };
}

/** What tells one record from another, and their order. */
export function analysisKey({
  from,
  analysis,
  projected,
  kind,
  province,
  area,
}: AnalysedPlace & Pick<FoodSecurityRecord, "from" | "analysis" | "projected">): string {
  return [from, analysis, projected, kind, province, area].join("|");
}

function codeOf(name: string, places: Pick<PlaceNames, "provinceOf">): string {
  const code = places.provinceOf(name);
  if (!code) throw new UnknownRow(`An analysed area in no known province: ${name}`);
  return code;
}
