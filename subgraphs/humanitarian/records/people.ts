import { flag, number, optionalNumber, type Row, text } from "../../kit/snapshot/cells.ts";

/** One figure of displaced people by one publisher. */
export interface DisplacementRecord {
  readonly country: string;
  readonly year: number;
  readonly measure: string;
  readonly people: number;
  /** Whether it comes rounded, by way of another publisher's table. */
  readonly republished: boolean;
}

/** Scores from 0 to 10, the higher the worse. */
export interface RiskRecord {
  readonly country: string;
  readonly year: number;
  readonly overall: number | null;
  readonly hazard: number | null;
  readonly vulnerability: number | null;
  readonly copingCapacity: number | null;
  /** `1` for very low to `5` for very high. */
  readonly riskClass: string | null;
  /** 1 for the highest risk in the world. */
  readonly rank: number | null;
}

export function toDisplacement(row: Row): DisplacementRecord {
  return {
    country: text(row, "country"),
    year: number(row, "year"),
    measure: text(row, "measure"),
    people: number(row, "people"),
    republished: flag(row, "republished") ?? false,
  };
}

/** The publisher's table has neither classes nor ranks. */
export function toRisk(row: Row): RiskRecord {
  return {
    country: text(row, "country"),
    year: number(row, "year"),
    overall: optionalNumber(row, "overall"),
    hazard: optionalNumber(row, "hazard"),
    vulnerability: optionalNumber(row, "vulnerability"),
    copingCapacity: optionalNumber(row, "copingCapacity"),
    riskClass: null,
    rank: null,
  };
}
