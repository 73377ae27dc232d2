import { requireFound } from "../kit/require.ts";
import type { Snapshot } from "../kit/snapshot/read.ts";
import { type AreaRecord, toArea } from "./records/reference.ts";

/** Provinces and districts by p-code. */
export interface Areas {
  readonly byPcode: ReadonlyMap<string, AreaRecord>;
  /** By the p-code of the area above. */
  readonly below: ReadonlyMap<string, readonly AreaRecord[]>;
}

export async function loadAreas(snapshot: Snapshot): Promise<Areas> {
  const { rows } = await snapshot.read("admin-areas", toArea);
  const below = new Map<string, AreaRecord[]>();
  for (const area of rows) {
    if (area.parentPcode !== null) below.set(area.parentPcode, [...(below.get(area.parentPcode) ?? []), area]);
  }
  return { byPcode: new Map(rows.map((area) => [area.pcode, area])), below };
}

/** The provinces of a country; null where no p-codes are in hand, which is not the same as having no provinces. */
export function provincesOf({ byPcode }: Areas, country: string): AreaRecord[] | null {
  const provinces = [...byPcode.values()].filter(({ countryCode, level }) => countryCode === country && level === 1);
  return provinces.length > 0 ? provinces : null;
}

/** The province that a place code is of, or lies in: a district newer than the table begins with its province's code. */
export function provinceOfCode(areas: Areas, country: string, code: string): AreaRecord | undefined {
  const area = areas.byPcode.get(code);
  if (area) return area.level === 1 ? area : areas.byPcode.get(area.parentPcode ?? "");
  return provincesOf(areas, country)?.find(({ pcode }) => code.startsWith(pcode));
}

/** @throws GraphError UNKNOWN_ID with the nearest p-codes */
export function requireArea({ byPcode }: Areas, pcode: string): AreaRecord {
  return requireFound(byPcode.get(pcode.trim().toUpperCase()), "province", pcode, byPcode.keys());
}
