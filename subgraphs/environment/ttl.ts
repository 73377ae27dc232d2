import type { CachePolicy } from "../kit/cache/policy.ts";

const minute = 60;
const hour = 60 * minute;
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
  /** A new month about a month after its end. */
  gwwAreas: {
    version: 1,
    freshSeconds: day,
    staleSeconds: 90 * day,
    negativeSeconds: day,
    errorSeconds: 60,
    fetchTimeoutMs: 30_000,
  },
  /** New events come within minutes, and magnitudes are revised for days. */
  earthquakes: {
    version: 1,
    freshSeconds: 5 * minute,
    staleSeconds: 7 * day,
    negativeSeconds: 5 * minute,
    errorSeconds: 30,
  },
  /** Alerts come within hours. The six together are six calls at two a second. */
  hazards: {
    version: 1,
    freshSeconds: 15 * minute,
    staleSeconds: 7 * day,
    negativeSeconds: 15 * minute,
    errorSeconds: 30,
    fetchTimeoutMs: 60_000,
  },
  /** Numbers are given within days, at one call a second. */
  glides: {
    version: 1,
    freshSeconds: day,
    staleSeconds: 30 * day,
    negativeSeconds: hour,
    errorSeconds: 60,
    fetchTimeoutMs: 60_000,
  },
  /** Days of the past: only the newest are revised. */
  climate: {
    version: 1,
    freshSeconds: 7 * day,
    staleSeconds: 365 * day,
    negativeSeconds: hour,
    errorSeconds: 60,
    fetchTimeoutMs: 90_000,
  },
  /** One run of the model a day. */
  modelledDischarge: {
    version: 1,
    freshSeconds: 6 * hour,
    staleSeconds: 3 * day,
    negativeSeconds: hour,
    errorSeconds: 60,
  },
  /** Two runs a day. */
  modelledAir: {
    version: 1,
    freshSeconds: 6 * hour,
    staleSeconds: 2 * day,
    negativeSeconds: hour,
    errorSeconds: 60,
  },
  /** The newest hours of the stations; a country is several calls at one a second. */
  airStations: {
    version: 1,
    freshSeconds: hour,
    staleSeconds: day,
    negativeSeconds: hour,
    errorSeconds: 60,
    fetchTimeoutMs: 60_000,
  },
} satisfies Readonly<Record<string, CachePolicy>>;
