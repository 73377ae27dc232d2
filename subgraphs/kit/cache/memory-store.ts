import { LRUCache } from "lru-cache";
import { createMemoryLocks } from "./memory-locks.ts";
import type { Entry, Store } from "./store.ts";

export interface MemoryStoreOptions {
  /** Upper bound of the kept values, in bytes of their JSON text. */
  readonly maxBytes: number;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** An entry as it is held here. */
export interface Held {
  readonly entry: Entry;
  /** When the tier below was last seen to hold it too; absent where it never got it. */
  confirmedAt?: number;
  /** Until when it is not offered to the tier below again, which refused it; absent where that never refused it. */
  refusedUntil?: number;
}

export interface MemoryStore extends Store {
  /** How many invalidations there were: what was read elsewhere before the last one may be outdated. */
  readonly invalidations: number;
  find(key: string): Held | undefined;
  /** Takes an entry that is known to be good. @param jsonBytes length of its value's JSON text */
  adopt(key: string, held: Held, jsonBytes: number): void;
  drop(key: string): void;
}

const rememberedInvalidations = 10_000;

/** A store in this process, bounded in bytes: the least recently used entries go first. */
export function createMemoryStore({ maxBytes, clock }: MemoryStoreOptions): MemoryStore {
  const keysOf = new Map<string, Set<string>>();
  const entries = new LRUCache<string, Held>({
    maxSize: maxBytes,
    // One entry never drives out most of the others.
    maxEntrySize: Math.ceil(maxBytes / 8),
    dispose: ({ entry }, key) => forget(key, entry),
  });
  const locks = createMemoryLocks(clock);
  const states = new LRUCache<string, string>({ max: rememberedInvalidations });
  let invalidations = 0;

  function forget(key: string, { tags = [] }: Entry): void {
    for (const tag of tags) {
      const keys = keysOf.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) keysOf.delete(tag);
    }
  }

  function find(key: string): Held | undefined {
    const held = entries.get(key);
    if (held && held.entry.staleUntil <= clock()) {
      entries.delete(key);
      return undefined;
    }
    return held;
  }

  function adopt(key: string, held: Held, jsonBytes: number): void {
    entries.set(key, held, { size: key.length + jsonBytes });
    if (!entries.has(key)) return;
    for (const tag of held.entry.tags ?? []) {
      const keys = keysOf.get(tag);
      if (keys) keys.add(key);
      else keysOf.set(tag, new Set([key]));
    }
  }

  const stateOf = (tag: string) => states.get(tag) ?? "";

  return {
    get invalidations() {
      return invalidations;
    },
    async getMany(keys) {
      const found = new Map<string, Entry>();
      for (const key of keys) {
        const held = find(key);
        if (held) found.set(key, held.entry);
      }
      return found;
    },
    async set(key, entry, since) {
      for (const [tag, state] of since?.tags ?? []) if (stateOf(tag) !== state) return;
      adopt(key, { entry }, JSON.stringify(entry.value ?? null).length);
    },
    find,
    adopt,
    async mark(tags) {
      return { tags: new Map(tags.map((tag) => [tag, stateOf(tag)])) };
    },
    lock: async (keys, ms) => locks.lock(keys, ms),
    async invalidate(tags) {
      let dropped = 0;
      for (const tag of tags) {
        states.set(tag, String(++invalidations));
        for (const key of [...(keysOf.get(tag) ?? [])]) if (entries.delete(key)) dropped++;
      }
      return dropped;
    },
    drop(key) {
      entries.delete(key);
    },
    async close() {
      entries.clear();
    },
  };
}
