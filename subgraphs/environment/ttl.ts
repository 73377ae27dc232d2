import type { CachePolicy } from "../kit/cache/policy.ts";

const hour = 3_600;
const day = 24 * hour;

/** How long answers are kept, by source and operation. */
export const ttl = {
  /** A satellite passes every six to ten days. */
  gwmLevels: {
    version: 1,
    freshSeconds: day,
    staleSeconds: 90 * day,
    negativeSeconds: hour,
    errorSeconds: 60,
    fetchTimeoutMs: 30_000,
  },
} satisfies Readonly<Record<string, CachePolicy>>;
