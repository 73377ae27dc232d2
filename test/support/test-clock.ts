import type { Delay } from "../../subgraphs/kit/source/delay.ts";

export interface TestClock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  advance(ms: number): void;
  /** Moves the clock on instead of waiting. */
  readonly delay: Delay;
  /** Every wait so far, in milliseconds. */
  readonly waits: readonly number[];
}

/** A clock that only moves when told, from 2026-11-24T00:00:00Z on. */
export function createTestClock(): TestClock {
  let now = Date.UTC(2026, 10, 24);
  const waits: number[] = [];
  return {
    now: () => now,
    advance(ms) {
      now += ms;
    },
    async delay(ms, signal) {
      signal?.throwIfAborted();
      waits.push(ms);
      now += ms;
    },
    waits,
  };
}
