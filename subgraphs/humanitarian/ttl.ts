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
} satisfies Readonly<Record<string, CachePolicy>>;
