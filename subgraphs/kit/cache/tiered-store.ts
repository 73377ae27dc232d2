import type { Held, MemoryStore } from "./memory-store.ts";
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

/**
 * How long a fresh entry is served from memory unasked: so late at most does a replica see an invalidation made elsewhere
 * that it could not hear of.
 */
const recheckAfterMs = 5000;
/** How long what Redis refused is kept here alone: as often as it is offered anew it has to be fetched anew. */
const offerAgainAfterMs = 600_000;

/**
 * Memory over Redis. Redis has the say while it answers: what it no longer holds is dropped from memory too.
 * While it does not, memory alone serves and keeps.
 */
export function createTieredStore({ memory, redis, clock, onRead }: TieredStoreOptions): Store {
  /** What to make of an entry that Redis does not hold. */
  function withoutRedis(key: string, { entry, confirmedAt, refusedUntil }: Held, now: number): Entry | undefined {
    if (confirmedAt !== undefined) {
      memory.drop(key);
      return undefined;
    }
    if (refusedUntil !== undefined && now < refusedUntil) return entry;
    // Fetched while Redis was away: good enough to serve, and to be fetched again so that the others get it.
    return { ...entry, freshUntil: Math.min(entry.freshUntil, now) };
  }

  /** Asks Redis for keys, of which some may be held here, and puts what is to be served to what was found already. */
  async function lookBelow(asked: readonly string[], found: Map<string, Entry>, now: number): Promise<void> {
    const own = asked.map((key) => memory.find(key));
    const { invalidations } = memory;
    const below = await redis.lookUp(
      asked,
      own.map((held) => held?.entry),
    );
    const isOutdated = memory.invalidations !== invalidations;
    let hits = 0;
    for (const [index, key] of asked.entries()) {
      const mine = own[index];
      const theirs = below[index];
      let entry = mine?.entry;
      if (theirs) {
        hits++;
        const isNewer = !entry || entry.storedAt < theirs.entry.storedAt;
        if (isNewer && !isOutdated) memory.adopt(key, { entry: theirs.entry, confirmedAt: now }, theirs.jsonBytes);
        if (isNewer) entry = theirs.entry;
        else if (mine) mine.confirmedAt = now;
      } else if (mine && theirs === null) entry = withoutRedis(key, mine, now);
      if (entry) found.set(key, entry);
    }
    onRead("redis", hits, asked.length - hits);
  }

  return {
    async getMany(keys, { recheck = false } = {}) {
      const now = clock();
      const found = new Map<string, Entry>();
      const asked: string[] = [];
      for (const key of keys) {
        const held = recheck ? undefined : memory.find(key);
        if (held && isServedUnasked(held, now)) found.set(key, held.entry);
        else asked.push(key);
      }
      onRead("memory", found.size, asked.length);
      if (asked.length > 0) await lookBelow(asked, found, now);
      return found;
    },
    async set(key, entry, since) {
      const put = await redis.put(key, entry, since?.below);
      if (put === "invalidated") return;
      await memory.set(key, entry, since);
      const held = memory.find(key);
      if (held?.entry !== entry) return;
      if (put === "kept") held.confirmedAt = clock();
      if (put === "refused") held.refusedUntil = clock() + offerAgainAfterMs;
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

function isServedUnasked({ entry, confirmedAt }: Held, now: number): boolean {
  return confirmedAt !== undefined && now < confirmedAt + recheckAfterMs && now < entry.freshUntil;
}
