import { csvParse } from "d3-dsv";
import { SourceMalformed } from "./errors.ts";
import type { HttpAnswer } from "./http.ts";

/**
 * The rows of a table in CSV, whose first line names its columns. A page or an error in place of the table would pass for
 * a table without rows: it is known by the columns that it lacks.
 *
 * @throws SourceMalformed
 */
export function parseCsv(
  { source, text }: HttpAnswer,
  columns: readonly string[],
): readonly Readonly<Record<string, string>>[] {
  const table = csvParse(text);
  const lacking = columns.find((name) => !table.columns.includes(name));
  if (lacking === undefined) return [...table];
  throw new SourceMalformed(source, `answers with no table that has the column ${lacking}`, { at: lacking });
}
