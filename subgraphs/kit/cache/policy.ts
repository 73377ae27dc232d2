import type { Entry } from "./store.ts";

/** How long the answers of one operation of one source are kept. One table of these per subgraph. */
export interface CachePolicy {
  /** Raised when the shape of the kept records changes. */
  readonly version: number;
  /** How long an answer is served without asking again; follows the publisher's cadence. */
  readonly freshSeconds: number;
  /** How long after that it is served while, or because, no newer one can be had. */
  readonly staleSeconds: number;
  /** How long "the source has nothing for this key" is believed. */
  readonly negativeSeconds: number;
  /** How long a failure is not tried again. @default 2 */
  readonly errorSeconds?: number;
  /** How long one fetch may take; a reader that has nothing else waits as long. @default 20,000 */
  readonly fetchTimeoutMs?: number;
}

/** How far times to live are spread, each way: what is kept together does not expire together. */
export const jitter = 0.1;

const defaults = { errorSeconds: 2, fetchTimeoutMs: 20_000 };

export type FullPolicy = Required<CachePolicy>;

export function fillPolicy(policy: CachePolicy): FullPolicy {
  return { ...defaults, ...policy };
}

export interface Lifetime {
  readonly freshSeconds: number;
  readonly staleSeconds: number;
}

/** @param now milliseconds since 1970 @param random from 0 to below 1 */
export function lifetime(
  { freshSeconds, staleSeconds }: Lifetime,
  now: number,
  random: number,
): Pick<Entry, "storedAt" | "freshUntil" | "staleUntil"> {
  const factor = 1 + jitter * (2 * random - 1);
  const freshUntil = now + Math.round(freshSeconds * 1000 * factor);
  return { storedAt: now, freshUntil, staleUntil: freshUntil + Math.round(staleSeconds * 1000 * factor) };
}

/**
 * Whether to renew a fresh entry already. The nearer its end and the longer it took to fetch, the likelier: so that one
 * of many readers renews it before it is stale for all (the XFetch rule with beta 1).
 */
export function isDueEarly({ freshUntil, costMs = 0 }: Entry, now: number, random: number): boolean {
  return now - costMs * Math.log(Math.max(random, Number.MIN_VALUE)) >= freshUntil;
}
