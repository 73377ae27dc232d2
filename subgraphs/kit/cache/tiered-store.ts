import type { MemoryStore } from "./memory-store.ts";
import type { RedisStore } from "./redis-store.ts";
import type { Entry, Lock, Store } from "./store.ts";

export interface TieredStoreOptions {
  readonly memory: MemoryStore;
  readonly redis: RedisStore;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly onRead: (tier: Tier, hits: number, misses: number) => void;
}

export type Tier = "memory" | "redis";

/** How long a fresh entry is served from memory unasked: so late at most does a replica see an invalidation made elsewhere. */
const recheckAfterMs = 5000;

/**
 * Memory over Redis. Redis has the say while it answers: what it no longer holds is dropped from memory too.
 * While it does not, memory alone serves and keeps.
 */
export function createTieredStore({ memory, redis, clock, onRead }: TieredStoreOptions): Store {
  /** When Redis was last seen to hold an entry. One that it never got is absent. */
  const confirmedAt = new WeakMap<Entry, number>();

  function isServedUnasked(entry: Entry, now: number): boolean {
    const confirmed = confirmedAt.get(entry);
    return confirmed !== undefined && now < confirmed + recheckAfterMs && now < entry.freshUntil;
  }

  /** What to make of an entry that Redis does not hold. */
  function withoutRedis(key: string, own: Entry, now: number): Entry | undefined {
    if (confirmedAt.has(own)) {
      memory.drop(key);
      return undefined;
    }
    // Fetched while Redis was away: good enough to serve, and to be fetched again so that the others get it.
    return { ...own, freshUntil: Math.min(own.freshUntil, now) };
  }

  return {
    async getMany(keys, { recheck = false } = {}) {
      const now = clock();
      const own = await memory.getMany(keys);
      const found = new Map<string, Entry>();
      const asked: string[] = [];
      for (const key of keys) {
        const entry = own.get(key);
        if (entry && !recheck && isServedUnasked(entry, now)) found.set(key, entry);
        else asked.push(key);
      }
      onRead("memory", found.size, asked.length);
      if (asked.length === 0) return found;

      const { invalidations } = memory;
      const below = await redis.lookUp(asked);
      const isOutdated = memory.invalidations !== invalidations;
      onRead("redis", below.found.size, asked.length - below.found.size);
      for (const key of asked) {
        const mine = own.get(key);
        const theirs = below.found.get(key);
        let entry = mine;
        if (theirs) {
          const isNewer = !mine || mine.storedAt < theirs.entry.storedAt;
          if (isNewer && !isOutdated) memory.adopt(key, theirs.entry, theirs.textBytes);
          entry = isNewer ? theirs.entry : mine;
          confirmedAt.set(entry, now);
        } else if (mine && !below.unanswered.has(key)) entry = withoutRedis(key, mine, now);
        if (entry) found.set(key, entry);
      }
      return found;
    },
    async set(key, entry, since) {
      const put = await redis.put(key, entry, since?.below);
      if (put === "invalidated") return;
      await memory.set(key, entry, since);
      if (put === "kept") confirmedAt.set(entry, clock());
    },
    async mark(tags) {
      const [mark, below] = await Promise.all([memory.mark(tags), redis.mark(tags)]);
      return { ...mark, below };
    },
    async lock(keys, ms): Promise<Lock> {
      const here = await memory.lock(keys, ms);
      const there = await redis.lock([...here.keys], ms);
      await here.release([...here.keys].filter((key) => !there.keys.has(key)));
      return {
        keys: there.keys,
        async release(released) {
          const these = [...released];
          await Promise.all([here.release(these), there.release(these)]);
        },
        async hold(held, forMs) {
          const these = [...held];
          await Promise.all([here.hold(these, forMs), there.hold(these, forMs)]);
        },
      };
    },
    async invalidate(tags) {
      const here = await memory.invalidate(tags);
      return Math.max(here, await redis.invalidate(tags));
    },
    async close() {
      await Promise.all([memory.close(), redis.close()]);
    },
  };
}
