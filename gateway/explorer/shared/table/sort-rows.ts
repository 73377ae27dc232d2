import type { Cell, Row } from "../../../tabular/rows.ts";

export interface Order {
  readonly column: number;
  readonly direction: "ascending" | "descending";
}

/** Rows in the order of one column; those without a cell there come last either way. */
export function sortRows(rows: readonly Row[], { column, direction }: Order, language: string): Row[] {
  const collator = new Intl.Collator(language, { numeric: true });
  const sign = direction === "ascending" ? 1 : -1;
  return [...rows].sort((a, b) => {
    const [one, other] = [a[column] ?? null, b[column] ?? null];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return sign * compare(one, other, collator);
  });
}

function compare(one: Exclude<Cell, null>, other: Exclude<Cell, null>, collator: Intl.Collator): number {
  return typeof one === "number" && typeof other === "number"
    ? one - other
    : collator.compare(String(one), String(other));
}
