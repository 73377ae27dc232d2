import type { Missing } from "../../kit/graphql/enums.ts";

interface AtWork {
  readonly organization: string;
  readonly acronym: string | null;
  readonly organizationType: string | null;
  readonly sector: string;
  /** Name of the province as the publisher's list has it. */
  readonly place: string | null;
  /** First and last day of the period that it stands for. */
  readonly from: string;
  readonly to: string | null;
}

/** One organisation at work for one sector in the smallest area that is told. */
export interface PresenceRow extends AtWork {
  readonly admin1Code: string | null;
  readonly admin2Code: string | null;
}

/** One organisation at work for one sector in one province. */
export interface PresenceRecord extends AtWork {
  /** Its p-code. */
  readonly province: string | null;
  /** P-codes of the districts that are told; none where the list has provinces alone. */
  readonly districts: readonly string[];
  /** Why there is no province. */
  readonly missing: Missing | null;
}

/**
 * Rows of districts as one record for their province: the publisher has some countries by district alone. What names no
 * province stands for the country.
 *
 * @param provinceOf the p-code of the province that a place code is of or lies in
 */
export function byProvince(
  rows: readonly PresenceRow[],
  provinceOf: (code: string) => string | null,
): PresenceRecord[] {
  const found = new Map<string, { readonly record: PresenceRecord; readonly districts: Set<string> }>();
  for (const { admin1Code, admin2Code, ...row } of rows) {
    const codes = [admin1Code, admin2Code].filter((code) => code !== null);
    const province = codes.map(provinceOf).find((found) => found !== null) ?? null;
    const { organization, acronym, sector, place, from, to } = row;
    const key = JSON.stringify([organization, acronym, sector, province ?? place, from, to]);
    const missing = province !== null ? null : codes.length === 0 && place === null ? "NOT_REPORTED" : "NOT_COVERED";
    const entry = found.get(key) ?? { record: { ...row, province, districts: [], missing }, districts: new Set() };
    if (admin2Code !== null) entry.districts.add(admin2Code);
    found.set(key, entry);
  }
  return [...found.values()].map(({ record, districts }) => ({ ...record, districts: [...districts].sort() }));
}
