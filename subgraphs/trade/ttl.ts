import type { CachePolicy } from "../kit/cache/policy.ts";

const hour = 3_600;
const day = 24 * hour;

/** How long answers are kept, by source and operation. */
export const ttl = {
  /** Monthly, with the years before revised each time. */
  imfFlows: {
    version: 1,
    freshSeconds: 3 * day,
    staleSeconds: 180 * day,
    negativeSeconds: hour,
    errorSeconds: 30,
    fetchTimeoutMs: 60_000,
  },
  /** Countries report when they are ready; without a key it is a call a second, with one 500 calls a day. */
  comtradeFlows: {
    version: 1,
    freshSeconds: 2 * day,
    staleSeconds: 90 * day,
    negativeSeconds: hour,
    errorSeconds: 60,
    fetchTimeoutMs: 60_000,
  },
} satisfies Readonly<Record<string, CachePolicy>>;
