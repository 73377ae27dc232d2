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
  /** Of a year; a question takes two or three calls for each plan, at one a second. */
  ftsPlans: {
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
  /** A file of a few megabytes, issued once a month; whether there is a newer one is a small question. */
  foodPrices: {
    version: 1,
    freshSeconds: day,
    staleSeconds: 180 * day,
    negativeSeconds: day,
    errorSeconds: 300,
    fetchTimeoutMs: 180_000,
  },
  /** Issued twice a year at most. */
  foodSecurity: {
    version: 1,
    freshSeconds: 3 * day,
    staleSeconds: 365 * day,
    negativeSeconds: day,
    errorSeconds: 300,
    fetchTimeoutMs: 120_000,
  },
  /** Lists of the country offices are issued a few times a year, and read by the service every day. */
  presence: {
    version: 1,
    freshSeconds: 3 * day,
    staleSeconds: 180 * day,
    negativeSeconds: day,
    errorSeconds: 60,
    fetchTimeoutMs: 120_000,
  },
  /** Issued twice a year. */
  currentRisk: {
    version: 1,
    freshSeconds: 7 * day,
    staleSeconds: 180 * day,
    negativeSeconds: day,
    errorSeconds: 60,
  },
  /** New ones every hour, a thousand calls a day. */
  reliefWeb: {
    version: 1,
    freshSeconds: hour,
    staleSeconds: 7 * day,
    negativeSeconds: hour,
    errorSeconds: 60,
  },
} satisfies Readonly<Record<string, CachePolicy>>;
