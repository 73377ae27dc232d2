import type { Delay } from "./delay.ts";
import { outOfTime, SourceError } from "./errors.ts";
import type { Http } from "./http.ts";

export interface RetryOptions {
  /** Attempts in all. */
  readonly attempts: number;
  /** Upper bound of the first wait; each further one is twice as long. */
  readonly firstWaitMs: number;
  /** Longest wait, the upstream's own `Retry-After` included: who asks for more gets the error at once. */
  readonly longestWaitMs: number;
  readonly delay: Delay;
  /** From 0 to below 1. */
  readonly random: () => number;
}

/** Tries transient failures again after a wait with full jitter, or after what the upstream asks for. */
export function withRetry(http: Http, options: RetryOptions): Http {
  const { attempts, longestWaitMs, delay } = options;
  return async (request) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await http(request);
      } catch (error) {
        if (!(error instanceof SourceError) || !error.transient || attempt === attempts) throw error;
        const waitMs = error.retryAfterMs ?? jittered(attempt, options);
        if (waitMs > longestWaitMs) throw error;
        await delay(waitMs, request.signal).catch(() => {
          throw outOfTime(error.upstream);
        });
      }
    }
  };
}

function jittered(attempt: number, { firstWaitMs, longestWaitMs, random }: RetryOptions): number {
  return random() * Math.min(longestWaitMs, firstWaitMs * 2 ** (attempt - 1));
}
