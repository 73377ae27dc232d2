import type { Table } from "../../../tabular/table.ts";

/** What a column is for in a picture, told by its name and its cells. */
export type Role = "time" | "number" | "label" | "latitude" | "longitude" | "about";

const timeNames = new Set(["year", "period", "date", "month", "time"]);
/** What is said about a figure rather than what it is of. */
const aboutNames = new Set(
  "unit currency nature qualifier missing note freshness vintage retrievedAt url licence citation source publisher cadence".split(
    " ",
  ),
);

/** By column. */
export function rolesOf({ columns }: Table): readonly Role[] {
  return columns.map(({ name, kind }) => {
    const last = name.split(".").at(-1) ?? name;
    if (last === "latitude" || last === "longitude") return last;
    if (timeNames.has(last)) return "time";
    if (kind === "number") return "number";
    return name.split(".").some((part) => aboutNames.has(part)) ? "about" : "label";
  });
}

export function columnsOf(table: Table, role: Role): number[] {
  return rolesOf(table).flatMap((own, column) => (own === role ? [column] : []));
}

/** Columns with labels, those that people read before codes and ids. */
export function labelsOf(table: Table): number[] {
  const isName = (column: number) => /(^|\.)(name|title)$/.test(table.columns[column]?.name ?? "");
  const labels = columnsOf(table, "label");
  return [...labels.filter(isName), ...labels.filter((column) => !isName(column))];
}

/** How many different cells a column has, empty ones aside. */
export function countDistinct({ rows }: Table, column: number): number {
  return new Set(rows.map((row) => row[column]).filter((cell) => cell !== null)).size;
}
