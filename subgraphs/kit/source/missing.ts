import type { Missing } from "../graphql/enums.ts";
import { SourceError } from "./errors.ts";

/** Statuses by which a service refuses whoever asks, whatever the question. */
const refusesTheAsker = new Set<number | undefined>([401, 403, 406]);

/** Why there is no figure when its source failed. @throws the error itself when it is no source's */
export function missingOf(error: unknown): Missing {
  if (!(error instanceof SourceError)) throw error;
  if (error.code === "SOURCE_NEEDS_KEY") return "NEEDS_KEY";
  return error.code === "SOURCE_REJECTED" && !refusesTheAsker.has(error.status) ? "NOT_COVERED" : "UPSTREAM_DOWN";
}
