import type { ProvenanceRecord } from "../../kit/graphql/values.ts";
import { list, number, optionalNumber, optionalText, type Row, text } from "../../kit/snapshot/cells.ts";
import type { PlanRecord } from "./plan.ts";

/** An appeal in all its countries; its money stands in tables of its own. */
export interface AppealRecord extends Omit<PlanRecord, "ftsId" | "fundingUsd" | "clusters" | "byCountry"> {
  /** Number in the Financial Tracking Service. */
  readonly ftsId: string | null;
  readonly earlierTypes: readonly string[];
  readonly earlierNames: readonly string[];
  readonly earlierCodes: readonly string[];
  /** What it was read from, when it is of today and not of the table shipped. */
  readonly today: { readonly plan: PlanRecord; readonly read: ProvenanceRecord } | null;
}

/** Published requirement and funding of one appeal, or outside appeals, in one country and year. */
export interface PublishedRecord {
  /** Null for an appeal in all its countries. */
  readonly country: string | null;
  readonly year: number;
  /** Null for money outside appeals. */
  readonly appeal: string | null;
  readonly requirementUsd: number | null;
  readonly fundingUsd: number | null;
}

/** Published requirement and funding of one appeal by cluster, in one country. */
export interface AppealClusterRecord {
  readonly appeal: string;
  /** Null for an appeal in all its countries. */
  readonly country: string | null;
  /** Code of a cluster or of one of the buckets. */
  readonly cluster: string;
  readonly requirementUsd: number | null;
  readonly fundingUsd: number | null;
}

export function toAppeal(row: Row): AppealRecord {
  return {
    code: text(row, "code"),
    ftsId: optionalText(row, "ftsId"),
    name: text(row, "name"),
    type: text(row, "type"),
    year: number(row, "year"),
    startDate: text(row, "startDate"),
    endDate: text(row, "endDate"),
    countries: list(row, "countries"),
    originalRequirementUsd: optionalNumber(row, "originalRequirementUsd"),
    requirementUsd: optionalNumber(row, "requirementUsd"),
    earlierTypes: list(row, "earlierTypes"),
    earlierNames: list(row, "earlierNames"),
    earlierCodes: list(row, "earlierCodes"),
    today: null,
  };
}

export function toPublished(row: Row): PublishedRecord {
  return {
    country: text(row, "country"),
    year: number(row, "year"),
    appeal: optionalText(row, "appeal"),
    requirementUsd: optionalNumber(row, "requirementUsd"),
    fundingUsd: optionalNumber(row, "fundingUsd"),
  };
}

export function toAppealCluster(row: Row): AppealClusterRecord {
  return {
    appeal: text(row, "appeal"),
    country: text(row, "country"),
    cluster: text(row, "cluster"),
    requirementUsd: optionalNumber(row, "requirementUsd"),
    fundingUsd: optionalNumber(row, "fundingUsd"),
  };
}
