import type { ErrorCode } from "../../subgraphs/kit/errors.ts";

const exact: Partial<Record<ErrorCode, number>> = {
  ADMIN_KEY_WRONG: 401,
  NOT_FOUND: 404,
  UNKNOWN_QUERY: 404,
  METHOD_NOT_ALLOWED: 405,
  NOT_ACCEPTABLE: 406,
  NOT_A_TABLE: 406,
  PAYLOAD_TOO_LARGE: 413,
};

/** Codes of what the person who asked can put right. */
const mistakes = /^(UNKNOWN|INVALID|BAD|TOO|MISSING|NO|GRAPHQL|OPERATION)_/;
/** Codes of what passes by itself. */
const outages = /^(SUBGRAPH|SOURCE|CACHE)_/;

/** The HTTP status of an answer that is nothing but an error of this code. */
export function statusOf(code: unknown): number {
  const text = String(code);
  return exact[text as ErrorCode] ?? (mistakes.test(text) ? 400 : outages.test(text) ? 503 : 500);
}
