import { type Provenance, toValue, type Value } from "../kit/graphql/values.ts";
import type { BalanceRecord } from "./records.ts";

const unit = "mm w.e.";

type Measured = BalanceRecord & { readonly annualMmWe: number };

function measured(balances: readonly BalanceRecord[]): Measured[] {
  return balances.filter((balance): balance is Measured => balance.annualMmWe !== null);
}

export function toBalances(balances: readonly BalanceRecord[], provenance: Provenance): Value[] {
  return measured(balances).map(({ year, annualMmWe, preliminary }) =>
    toValue({
      value: annualMmWe,
      year,
      unit,
      nature: "MEASURED",
      note: preliminary ? "Preliminary" : null,
      provenance,
    }),
  );
}

/** The years within a glacier's record that have no annual balance. */
export function gapsOf(balances: readonly BalanceRecord[]): number[] {
  const years = measured(balances).map(({ year }) => year);
  const [first = 0, last = -1] = [years[0], years.at(-1)];
  return Array.from({ length: last - first + 1 }, (_, step) => first + step).filter((year) => !years.includes(year));
}

/** The sum of all annual balances; null where a year is missing, for a sum over gaps would pose as the whole loss. */
export function cumulativeOf(balances: readonly BalanceRecord[], provenance: Provenance): Value | null {
  const years = measured(balances);
  const [first, last] = [years[0], years.at(-1)];
  if (!first || !last) return null;
  const gaps = gapsOf(balances);
  return toValue({
    value: gaps.length > 0 ? null : years.reduce((sum, { annualMmWe }) => sum + annualMmWe, 0),
    missing: gaps.length > 0 ? "GAPS" : null,
    period: `${first.year}/${last.year}`,
    unit,
    nature: "DERIVED",
    note: gaps.length > 0 ? `${gaps.length} years of the record are missing` : `Sum of ${years.length} annual balances`,
    provenance,
  });
}
