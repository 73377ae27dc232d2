import { type Catalogue, overlap } from "../catalogue.ts";
import type { PublishedRecord } from "../records/appeal.ts";

export interface Requirement {
  /** Null without one, or when appeals overlap and their requirements do not add up. */
  readonly requirementUsd: number | null;
  /** Published funding of the appeals that have a requirement. */
  readonly fundedUsd: number | null;
  /** Codes of the appeals that have a requirement. */
  readonly appeals: readonly string[];
  readonly note: string | null;
}

/** What the appeals of a country and year ask for together. */
export function requirementOf(rows: readonly PublishedRecord[], appeals: Catalogue["appeals"]): Requirement {
  const asking = rows.filter(({ appeal, requirementUsd }) => appeal !== null && requirementUsd !== null);
  const codes = asking.flatMap(({ appeal }) => appeal ?? []);
  const records = codes.flatMap((code) => appeals.get(code) ?? []);
  const overlapping = records.filter((record) => records.some((other) => overlap(record, other)));
  if (overlapping.length > 0) {
    const named = overlapping.map(({ code }) => code).join(" and ");
    return {
      requirementUsd: null,
      fundedUsd: null,
      appeals: codes,
      note: `The appeals ${named} overlap, so their requirements are not added.`,
    };
  }
  return {
    requirementUsd: sumOf(asking.map(({ requirementUsd }) => requirementUsd)),
    fundedUsd: sumOf(asking.map(({ fundingUsd }) => fundingUsd)),
    appeals: codes,
    note: null,
  };
}

/** Of the figures there are; null when there is none. */
export function sumOf(figures: readonly (number | null)[]): number | null {
  const known = figures.filter((figure) => figure !== null);
  return known.length > 0 ? known.reduce((total, figure) => total + figure, 0) : null;
}
