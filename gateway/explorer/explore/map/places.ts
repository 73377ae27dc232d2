import { isValid } from "i18n-iso-countries";
import type { Table } from "../../../tabular/table.ts";
import { columnsOf } from "../../shared/table/columns.ts";

/** Where the rows of a table lie. */
export type Places =
  | { readonly kind: "points"; readonly latitude: number; readonly longitude: number }
  | { readonly kind: "countries"; readonly code: number };

/** By coordinates where rows have them, else by codes of countries; undefined when rows have neither. */
export function findPlaces(table: Table): Places | undefined {
  const [latitude] = columnsOf(table, "latitude");
  const [longitude] = columnsOf(table, "longitude");
  if (latitude !== undefined && longitude !== undefined) return { kind: "points", latitude, longitude };
  const code = columnsOf(table, "label").find((column) => {
    const cells = table.rows.map((row) => row[column]).filter((cell) => cell !== null);
    return cells.length > 0 && cells.every((cell) => /^[A-Z]{3}$/.test(String(cell)) && isValid(String(cell)));
  });
  return code === undefined ? undefined : { kind: "countries", code };
}

/** The rows of one moment: a map shows a single one. @param moment cell of the time column; the newest with a figure when absent */
export function rowsAt(table: Table, figure: number | undefined, moment?: string): Table["rows"] {
  const [time] = columnsOf(table, "time");
  if (time === undefined) return table.rows;
  const chosen = moment ?? newest(table, time, figure);
  return table.rows.filter((row) => String(row[time]) === chosen);
}

/** The moments that a map can show, newest first. */
export function momentsOf(table: Table): string[] {
  const [time] = columnsOf(table, "time");
  if (time === undefined) return [];
  const cells = table.rows.flatMap((row) => (row[time] === null ? [] : [String(row[time])]));
  return [...new Set(cells)].sort().reverse();
}

/** The newest moment for which at least half of the places that ever have a figure have one. */
function newest(table: Table, time: number, figure: number | undefined): string | undefined {
  if (figure === undefined) return momentsOf(table)[0];
  const counts = new Map<string, number>();
  for (const row of table.rows) {
    if (row[figure] !== null) counts.set(String(row[time]), (counts.get(String(row[time])) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  return momentsOf(table).find((moment) => (counts.get(moment) ?? 0) * 2 >= most && counts.has(moment));
}
