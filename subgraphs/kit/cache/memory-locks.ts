import { LRUCache } from "lru-cache";
import type { Lock } from "./store.ts";

interface Holder {
  readonly until: number;
}

export interface MemoryLocks {
  lock(keys: readonly string[], ms: number): Lock;
}

const mostHeld = 20_000;

/** Locks among those who share this process. @param clock milliseconds since 1970 */
export function createMemoryLocks(clock: () => number): MemoryLocks {
  const holders = new LRUCache<string, Holder>({ max: mostHeld });

  function isFree(key: string): boolean {
    const holder = holders.get(key);
    return !holder || holder.until <= clock();
  }

  return {
    lock(keys, ms) {
      const mine = new Map<string, Holder>();
      const take = (key: string, forMs: number) => {
        const holder = { until: clock() + forMs };
        mine.set(key, holder);
        holders.set(key, holder);
      };
      const isMine = (key: string) => mine.has(key) && holders.get(key) === mine.get(key);
      for (const key of keys) if (isFree(key)) take(key, ms);
      return {
        keys: new Set(mine.keys()),
        async release(released) {
          for (const key of released) if (isMine(key)) holders.delete(key);
        },
        async hold(held, forMs) {
          for (const key of held) if (isMine(key)) take(key, forMs);
        },
      };
    },
  };
}
