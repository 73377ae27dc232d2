import { number, optionalNumber, optionalText, type Row, text } from "../../kit/snapshot/cells.ts";

/** Published requirement and funding of one appeal, or outside appeals, in one country and year, as of an earlier time. */
export interface EarlierFundingRecord {
  /** Month, or year, in which the table stood so. */
  readonly vintage: string;
  readonly country: string;
  readonly year: number;
  /** Null for money outside appeals. */
  readonly appeal: string | null;
  readonly requirementUsd: number | null;
  readonly fundingUsd: number | null;
}

export function toEarlierFunding(row: Row): EarlierFundingRecord {
  return {
    vintage: text(row, "vintage"),
    country: text(row, "country"),
    year: number(row, "year"),
    appeal: optionalText(row, "appeal"),
    requirementUsd: optionalNumber(row, "requirementUsd"),
    fundingUsd: optionalNumber(row, "fundingUsd"),
  };
}
