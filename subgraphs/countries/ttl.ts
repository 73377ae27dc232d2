import type { CachePolicy } from "../kit/cache/policy.ts";

const hour = 3_600;
const day = 24 * hour;

/** How long answers are kept, by source and operation. */
export const ttl = {
  /** Four releases a year, with corrections between them. */
  worldBankSeries: {
    version: 1,
    freshSeconds: day,
    staleSeconds: 90 * day,
    negativeSeconds: hour,
    errorSeconds: 5,
    fetchTimeoutMs: 30_000,
  },
  /** Four releases a year. */
  unSdgSeries: {
    version: 1,
    freshSeconds: 7 * day,
    staleSeconds: 180 * day,
    negativeSeconds: hour,
    errorSeconds: 30,
    fetchTimeoutMs: 60_000,
  },
  /** Yearly, page by page. */
  nationalSeries: {
    version: 1,
    freshSeconds: 7 * day,
    staleSeconds: 365 * day,
    negativeSeconds: hour,
    errorSeconds: 60,
    fetchTimeoutMs: 60_000,
  },
} satisfies Readonly<Record<string, CachePolicy>>;
