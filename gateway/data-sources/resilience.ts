import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, ExponentialBackoff, handleWhen } from "cockatiel";
import { CallError, type Exchange, timedOut } from "./exchange.ts";

/** Statuses by which a proxy or a busy service says that the next attempt may be answered. */
const passing = new Set([429, 502, 503, 504]);

/** Takes the statuses that are no answer for failures. */
export function withStatuses(exchange: Exchange): Exchange {
  return async (request) => {
    const answer = await exchange(request);
    if (!passing.has(answer.status)) return answer;
    throw new CallError("unavailable", `it answered with status ${answer.status}`, { isTransient: true });
  };
}

export interface BreakerOptions {
  /** Failures in a row after which no call is made for a while. */
  readonly failures: number;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  readonly onChange: (isOpen: boolean) => void;
}

/** Spares a failing subgraph, and the clients the wait for it: one call after a pause tries whether it is back. */
export function withBreaker(
  exchange: Exchange,
  { failures, firstPauseMs, longestPauseMs, onChange }: BreakerOptions,
): Exchange {
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof CallError && error.isTransient),
    {
      breaker: new ConsecutiveBreaker(failures),
      halfOpenAfter: new ExponentialBackoff({ initialDelay: firstPauseMs, maxDelay: longestPauseMs }),
    },
  );
  breaker.onBreak(() => onChange(true));
  breaker.onReset(() => onChange(false));
  return async (request) => {
    try {
      return await breaker.execute(() => exchange(request));
    } catch (cause) {
      if (!(cause instanceof BrokenCircuitError)) throw cause;
      throw new CallError("unavailable", "it failed several times in a row and is left alone for a moment", {
        cause,
        isTransient: false,
      });
    }
  };
}

export interface RetryOptions {
  /** Attempts in all. */
  readonly attempts: number;
  /** Upper bound of the first wait; each further one is twice as long. */
  readonly firstWaitMs: number;
  /** From 0 to below 1. */
  readonly random: () => number;
  readonly clock: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

/** Tries passing failures again after a wait with full jitter, as long as the deadline leaves time. Only for queries. */
export function withRetry(exchange: Exchange, { attempts, firstWaitMs, random, clock, wait }: RetryOptions): Exchange {
  return async (request) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await exchange(request);
      } catch (error) {
        if (!(error instanceof CallError) || !error.isTransient || error.kind === "timeout" || attempt >= attempts)
          throw error;
        const waitMs = random() * firstWaitMs * 2 ** (attempt - 1);
        if (clock() + waitMs >= request.endsAt) throw timedOut();
        await wait(waitMs);
      }
    }
  };
}

/** Calls that are the same while the first is under way share its answer. Only for queries to one URL. */
export function withSharing(exchange: Exchange): Exchange {
  const underWay = new Map<string, ReturnType<Exchange>>();
  return (request) => {
    const { identity } = request;
    const known = underWay.get(identity);
    if (known) return known;
    const answer = exchange(request).finally(() => underWay.delete(identity));
    underWay.set(identity, answer);
    return answer;
  };
}
