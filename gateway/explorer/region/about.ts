import type { Citation } from "../../citations/citation.ts";
import type { Table } from "../../tabular/table.ts";
import { columnsOf } from "../shared/table/columns.ts";

/** What must be known to read a picture. */
export interface About {
  /** Units of its numbers, each once. */
  readonly units: readonly string[];
  /** First and last year with a row; undefined without years. */
  readonly years: string | undefined;
  /** Newest day on which a figure was taken from its publisher, ISO 8601. */
  readonly retrieved: string | undefined;
}

/** @param unit of the numbers, where the query names it and the table does not */
export function toAbout(table: Table, citations: readonly Citation[], unit: string | null): About {
  const numbers = columnsOf(table, "number");
  const inHeader = numbers.flatMap((column) => table.units[column] ?? []);
  const beside = table.columns.flatMap(({ name }, column) =>
    /(^|\.)(unit|currency)$/.test(name) ? table.rows.map((row) => String(row[column] ?? "")).filter(Boolean) : [],
  );
  const years = columnsOf(table, "time").flatMap((column) =>
    table.rows.map((row) => String(row[column] ?? "").slice(0, 4)),
  );
  const known = years.filter((year) => /^\d{4}$/.test(year)).sort();
  const [first, last] = [known[0], known.at(-1)];
  return {
    units: unit === null ? [...new Set([...inHeader, ...beside])] : [unit],
    years: first === last ? first : `${first}–${last}`,
    retrieved: citations
      .map(({ retrievedAt }) => retrievedAt.slice(0, 10))
      .sort()
      .at(-1),
  };
}
