import type { PublisherRow } from "../../kit/snapshot/publisher-file.ts";

/** The text of a column that the file must have. */
export function cell(row: PublisherRow, column: string): string {
  const text = row[column];
  if (text === undefined) throw new Error(`The file has no column ${column}; it has ${Object.keys(row).join(", ")}`);
  return text;
}

/**
 * Most of the publishers' files bear no date of their own. This is the day of the newest dated file of the
 * collection they came in, so that they were taken no later than about then.
 */
export const collectedAt = "2026-08-21T00:00:00.000Z";
