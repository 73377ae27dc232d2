import type { Counters } from "../cache/counters.ts";
import type { Delay } from "./delay.ts";
import { outOfTime, SourceQuotaExceeded, SourceRateLimited } from "./errors.ts";
import type { Http } from "./http.ts";
import type { Pace } from "./upstreams.ts";

export interface PaceOptions {
  readonly source: string;
  readonly pace: Pace;
  /** Shared by all replicas, so that together they stay within what the upstream allows one caller. */
  readonly counters: Counters;
  readonly delay: Delay;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Longest wait for a free window; a window that ends later is an error at once. */
  readonly longestWaitMs: number;
  /** Told after each call, for the longest window of an hour or more. */
  readonly onQuota: (quota: Quota) => void;
}

export interface Quota {
  readonly remaining: number;
  /** Milliseconds since 1970. */
  readonly resetsAt: number;
}

interface Window {
  readonly most: number;
  readonly ms: number;
}

const hourMs = 3_600_000;

/** Holds calls back so that no window of the upstream's limits is overrun. */
export function withPace(http: Http, options: PaceOptions): Http {
  const { source, counters, delay, clock, longestWaitMs, onQuota } = options;
  const windows = toWindows(options.pace);
  // Two calls at the edges of neighbouring windows would be near each other: one call a second is also a distance.
  const distanceMs = windows.find(({ most }) => most === 1)?.ms ?? 0;
  let lastAt = Number.NEGATIVE_INFINITY;
  const add = ({ ms }: Window, amount: number) => counters.add(`pace:${source}:${ms}`, amount, ms);

  async function take(weight: number, signal: AbortSignal | undefined): Promise<void> {
    for (;;) {
      await wait(lastAt + distanceMs - clock(), signal);
      const sums = await Promise.all(windows.map((window) => add(window, weight)));
      // A call that is heavier than a whole window may go when it is the first one in it.
      const full = windows.find(({ most }, i) => (sums[i] ?? 0) > Math.max(most, weight));
      if (!full) {
        lastAt = clock();
        return report(sums);
      }
      await Promise.all(windows.map((window) => add(window, -weight)));
      const waitMs = full.ms - (clock() % full.ms);
      if (waitMs > longestWaitMs) throw tooMany(full, waitMs);
      await wait(waitMs, signal);
    }
  }

  async function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
    if (ms <= 0) return;
    await delay(ms, signal).catch(() => {
      throw outOfTime(source);
    });
  }

  function report(sums: readonly number[]): void {
    const [longest] = windows;
    if (!longest || longest.ms < hourMs) return;
    const now = clock();
    onQuota({
      // A call can weigh a part of one: what is left of the last one is none.
      remaining: Math.max(0, Math.floor(longest.most - (sums[0] ?? 0))),
      resetsAt: now - (now % longest.ms) + longest.ms,
    });
  }

  function tooMany({ ms }: Window, retryAfterMs: number) {
    return ms >= hourMs
      ? new SourceQuotaExceeded(source, `has no calls left in this ${ms > hourMs ? "day" : "hour"}`, { retryAfterMs })
      : new SourceRateLimited(source, "is asked as often as it allows", { retryAfterMs, transient: false });
  }

  return async (request) => {
    await take(request.weight ?? 1, request.signal);
    return http(request);
  };
}

/** The longest first. */
function toWindows({ perSecond, perMinute, perHour, perDay }: Pace): Window[] {
  const given: readonly (readonly [number | undefined, number])[] = [
    [perDay, 24 * hourMs],
    [perHour, hourMs],
    [perMinute, 60_000],
    [perSecond, 1_000],
  ];
  return given.flatMap(([most, ms]) => (most === undefined ? [] : [{ most, ms }]));
}
