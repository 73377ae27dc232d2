/** An appeal as its publisher has it today, with what it asks for and what it got. */
export interface PlanRecord {
  /** Number in the Financial Tracking Service. */
  readonly ftsId: string;
  readonly code: string;
  readonly name: string;
  readonly type: string | null;
  /** The last of its years. */
  readonly year: number;
  readonly startDate: string;
  readonly endDate: string;
  /** Alpha-3 codes. */
  readonly countries: readonly string[];
  readonly originalRequirementUsd: number | null;
  readonly requirementUsd: number | null;
  readonly fundingUsd: number;
  /** By code of the cluster, or of one of the buckets. */
  readonly clusters: readonly MoneyPart[];
  /** By alpha-3 code; empty for an appeal of one country. What is for several countries together is not in it. */
  readonly byCountry: readonly MoneyPart[];
}

/** What is asked for and given for a part of an appeal. */
export interface MoneyPart {
  readonly code: string;
  /** US dollars; null where none is stated. */
  readonly requirementUsd: number | null;
  /** US dollars; likewise. */
  readonly fundingUsd: number | null;
}
