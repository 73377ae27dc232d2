import type { Counters } from "./counters.ts";
import { createWindows } from "./windows.ts";

/** Counts in this process. @param clock milliseconds since 1970 */
export function createMemoryCounters(clock: () => number): Counters {
  const windows = createWindows(clock, () => ({ sum: 0 }));
  return {
    async add(key, amount, windowMs) {
      const { state } = windows.current(key, windowMs);
      state.sum += amount;
      return state.sum;
    },
  };
}
