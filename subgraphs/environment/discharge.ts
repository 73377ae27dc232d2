import { type Provenance, toValue, type Value } from "../kit/graphql/values.ts";
import { groupBy } from "../kit/group-by.ts";
import type { DischargeRecord } from "./records.ts";

const unit = "m3/s";

/** Mean discharge of the years whose record is complete. */
export interface Norm {
  readonly m3s: number;
  readonly firstYear: string;
  readonly lastYear: string;
  readonly years: number;
}

export function toDischargeValues(records: readonly DischargeRecord[], provenance: Provenance): Value[] {
  const monthly = isMonthly(records);
  return records.map(({ from, dischargeM3s }) =>
    toValue({ value: dischargeM3s, period: periodOf(from, monthly), unit, nature: "MEASURED", provenance }),
  );
}

/** Each discharge against the mean of the same ten days or month over the whole record. */
export function toPercentOfNorm(
  records: readonly DischargeRecord[],
  whole: readonly DischargeRecord[],
  provenance: Provenance,
): Value[] {
  const monthly = isMonthly(whole);
  const norms = new Map([...groupBy(whole, seasonOf)].map(([season, same]) => [season, meanOf(same)]));
  return records.map((record) =>
    toValue({
      value: (record.dischargeM3s / (norms.get(seasonOf(record)) ?? Number.NaN)) * 100,
      period: periodOf(record.from, monthly),
      unit: "% of norm",
      nature: "DERIVED",
      note: "Discharge divided by the mean of the same part of the year over the whole record",
      provenance,
    }),
  );
}

export function normOf(records: readonly DischargeRecord[]): Norm | null {
  const parts = new Set(records.map(seasonOf)).size;
  const complete = [...groupBy(records, ({ from }) => from.slice(0, 4))].filter(([, year]) => year.length === parts);
  const [first, last] = [complete[0], complete.at(-1)];
  if (!first || !last) return null;
  return {
    m3s: meanOf(complete.flatMap(([, year]) => year)),
    firstYear: first[0],
    lastYear: last[0],
    years: complete.length,
  };
}

export function toNormValue({ m3s, firstYear, lastYear, years }: Norm, gauge: string, provenance: Provenance): Value {
  return toValue({
    value: m3s,
    period: `${firstYear}/${lastYear}`,
    unit,
    nature: "DERIVED",
    note: `Mean of the ${years} complete years of the record at the gauge ${gauge}`,
    provenance,
  });
}

function seasonOf({ from }: DischargeRecord): string {
  return from.slice(5);
}

function isMonthly(records: readonly DischargeRecord[]): boolean {
  return records.every(({ from }) => from.endsWith("-01"));
}

/** `2000-04` for a month, `1930-01-21/1930-01-31` for ten days; the last of a month run to its end. */
function periodOf(from: string, monthly: boolean): string {
  const month = from.slice(0, 7);
  if (monthly) return month;
  const lastOfMonth = new Date(Date.UTC(Number(from.slice(0, 4)), Number(from.slice(5, 7)), 0)).getUTCDate();
  const last = from.endsWith("-01") ? "10" : from.endsWith("-11") ? "20" : String(lastOfMonth);
  return `${from}/${month}-${last}`;
}

function meanOf(records: readonly DischargeRecord[]): number {
  return records.reduce((sum, { dischargeM3s }) => sum + dischargeM3s, 0) / records.length;
}
