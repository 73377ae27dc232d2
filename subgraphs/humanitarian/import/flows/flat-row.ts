import { day, number, optional, optionalNumber, type PublisherRow, required } from "../publisher-files.ts";
import type { PublishedFlow } from "./flow.ts";

/** What the tables made of the service's answers have alike, by the names that the service gives its fields. */
export function flatCells(row: PublisherRow) {
  return {
    id: required(row, "id"),
    amountUsd: number(required(row, "amountUSD")),
    originalAmount: optionalNumber(row, "originalAmount"),
    originalCurrency: optional(row, "originalCurrency"),
    exchangeRate: optionalNumber(row, "exchangeRate"),
    status: required(row, "status"),
    flowType: required(row, "flowType"),
    contributionType: required(row, "contributionType"),
    method: optional(row, "method"),
    budgetYear: optional(row, "budgetYear"),
    date: day(optional(row, "date")),
    decisionDate: day(optional(row, "decisionDate")),
    firstReportedDate: day(optional(row, "firstReportedDate")),
    createdDate: day(optional(row, "createdAt")),
    updatedDate: day(optional(row, "updatedAt")),
  } satisfies Partial<PublishedFlow>;
}
