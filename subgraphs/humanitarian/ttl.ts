import type { CachePolicy } from "../kit/cache/policy.ts";

const hour = 3_600;
const day = 24 * hour;

/** How long answers are kept, by source and operation. */
export const ttl = {
  /** Reported all day long; a question takes several calls at one a second. */
  ftsFlows: {
    version: 1,
    freshSeconds: 6 * hour,
    staleSeconds: 30 * day,
    negativeSeconds: hour,
    errorSeconds: 30,
    fetchTimeoutMs: 120_000,
  },
  /** Revised twice a year; one question is a call each way at two a second. */
  unhcrPopulation: {
    version: 1,
    freshSeconds: 3 * day,
    staleSeconds: 180 * day,
    negativeSeconds: day,
    errorSeconds: 60,
    fetchTimeoutMs: 60_000,
  },
  /** New ones every hour, a thousand calls a day. */
  reliefReports: {
    version: 1,
    freshSeconds: hour,
    staleSeconds: 7 * day,
    negativeSeconds: hour,
    errorSeconds: 60,
  },
} satisfies Readonly<Record<string, CachePolicy>>;
