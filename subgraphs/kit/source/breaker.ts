import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  noJitterGenerator,
} from "cockatiel";
import { SourceError, SourceUnavailable } from "./errors.ts";
import type { Http } from "./http.ts";

const failuresToOpen = 5;
const firstPauseMs = 30_000;
const longestPauseMs = 10 * 60_000;

export interface BreakerOptions {
  readonly source: string;
  /** Told whenever the breaker opens or closes. */
  readonly onChange: (open: boolean) => void;
}

/**
 * Stops asking an upstream after five failures in a row and tries one call after a pause, which doubles from
 * half a minute to ten minutes. Only passing faults count: a refused question says nothing of the upstream's health.
 */
export function withBreaker(http: Http, { source, onChange }: BreakerOptions): Http {
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof SourceError && error.transient),
    {
      breaker: new ConsecutiveBreaker(failuresToOpen),
      halfOpenAfter: new ExponentialBackoff({
        initialDelay: firstPauseMs,
        maxDelay: longestPauseMs,
        generator: noJitterGenerator,
      }),
    },
  );
  breaker.onBreak(() => onChange(true));
  breaker.onReset(() => onChange(false));
  return async (request) => {
    try {
      return await breaker.execute(() => http(request));
    } catch (error) {
      if (error instanceof BrokenCircuitError) {
        throw new SourceUnavailable(source, "failed several times in a row and is left alone for a while", {
          transient: false,
        });
      }
      throw error;
    }
  };
}
