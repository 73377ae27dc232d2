import type { Language } from "../../../kit/graphql/enums.ts";

/** Names by language; English is always there. */
export type Names = Partial<Record<Language, string>> & { readonly EN: string };

/**
 * A country on a river: its place from the source down (banks that face each other share one) and its part.
 * Read from the published maps and descriptions that `source` names; no figures.
 */
export type Reach = readonly [country: string, order: number | null, role: string];

export interface RiverReference {
  readonly id: string;
  readonly names: Names;
  /** Other spellings, among them those by which the publishers' files name the river. */
  readonly aliases?: readonly string[];
  readonly basin?: string;
  readonly source: string;
  readonly riparians: readonly Reach[];
}
