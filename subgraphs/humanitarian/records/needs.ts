import { number, optionalNumber, optionalText, type Row, text } from "../../kit/snapshot/cells.ts";

/** People in need in one area and year, of anything at all or of what one cluster gives. */
export interface NeedsRecord {
  /** P-code, or the alpha-3 code of a whole country. */
  readonly area: string;
  readonly year: number;
  /** Code of a cluster; null for the caseload of all of them, and for what no cluster of the list stands for. */
  readonly cluster: string | null;
  readonly caseload: string;
  /** Code of the cluster whose caseload holds this one. */
  readonly partOf: string | null;
  readonly peopleInNeed: number | null;
  readonly targeted: number | null;
  readonly reached: number | null;
  readonly asOf: string;
}

/** The caseload of a whole plan: each person in need of anything once. */
export const wholePlan = "ALL";

export function toNeeds(row: Row): NeedsRecord {
  return {
    area: text(row, "area"),
    year: number(row, "year"),
    cluster: optionalText(row, "cluster"),
    caseload: text(row, "caseload"),
    partOf: optionalText(row, "partOf"),
    peopleInNeed: optionalNumber(row, "peopleInNeed"),
    targeted: optionalNumber(row, "peopleTargeted"),
    reached: optionalNumber(row, "peopleReached"),
    asOf: text(row, "asOf"),
  };
}
