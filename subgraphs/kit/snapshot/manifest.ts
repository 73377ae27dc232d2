import { z } from "zod";

/**
 * What stands beside the tables of a snapshot folder in `manifest.json`: where each table came from,
 * what it may be used for, how old it is, and by which rule its figures were carried over.
 */
export const tableInfo = z.strictObject({
  /** Ids of the source register whose figures the table holds. */
  sources: z.array(z.string()).min(1),
  licence: z.string(),
  /** The publisher's release the figures belong to, such as `2026-07`. */
  vintage: z.string(),
  /** When the publisher's file was taken, ISO 8601. */
  retrievedAt: z.iso.datetime(),
  /** How a row of the publisher's file becomes a row of ours. */
  rule: z.string(),
  /** Column name to meaning and unit. */
  columns: z.record(z.string(), z.string()),
  rows: z.number().int().nonnegative(),
});

export const manifest = z.strictObject({ tables: z.record(z.string(), tableInfo) });

export type TableInfo = z.infer<typeof tableInfo>;
export type Manifest = z.infer<typeof manifest>;
