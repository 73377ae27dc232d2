/** One row as it stands in a table: every cell is a string, an empty one means missing. */
export type Row = Readonly<Record<string, string>>;

/** A cell that is never empty. @throws on an empty one or a column that the table has not */
export function text(row: Row, column: string): string {
  const cell = row[column];
  if (!cell) throw new Error(`Empty cell or no column ${column} in the row ${JSON.stringify(row)}`);
  return cell;
}

export function optionalText(row: Row, column: string): string | null {
  return row[column] || null;
}

/** A number, or null for an empty cell. @throws on anything else, so that a broken table is never a zero */
export function optionalNumber(row: Row, column: string): number | null {
  const cell = row[column];
  if (cell === undefined || cell === "") return null;
  const value = Number(cell);
  if (Number.isNaN(value)) throw new Error(`Not a number in column ${column}: ${cell}`);
  return value;
}

/** A number that is never missing. @throws when it is */
export function number(row: Row, column: string): number {
  const value = optionalNumber(row, column);
  if (value === null) throw new Error(`No number in column ${column} of the row ${JSON.stringify(row)}`);
  return value;
}

/** `true` or `false`, or null for an empty cell. */
export function flag(row: Row, column: string): boolean | null {
  return row[column] ? row[column] === "true" : null;
}

/** The parts of a cell that holds several, separated by semicolons. */
export function list(row: Row, column: string): string[] {
  return (row[column] ?? "").split(";").filter(Boolean);
}
