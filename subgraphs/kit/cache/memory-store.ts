import { LRUCache } from "lru-cache";
import type { Entry, Store } from "./store.ts";

export interface MemoryStoreOptions {
  /** Upper bound of the kept values, in bytes of their JSON text. */
  readonly maxBytes: number;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** A store in this process, bounded in bytes: the least recently used entries go first. */
export function createMemoryStore({ maxBytes, clock }: MemoryStoreOptions): Store {
  const entries = new LRUCache<string, Entry>({
    maxSize: maxBytes,
    sizeCalculation: (entry, key) => key.length + JSON.stringify(entry.value).length,
  });

  function get(key: string): Entry | undefined {
    const entry = entries.get(key);
    if (entry && entry.staleUntil <= clock()) {
      entries.delete(key);
      return undefined;
    }
    return entry;
  }

  return {
    async getMany(keys) {
      const found = new Map<string, Entry>();
      for (const key of keys) {
        const entry = get(key);
        if (entry) found.set(key, entry);
      }
      return found;
    },
    async set(key, entry) {
      entries.set(key, entry);
    },
    async close() {
      entries.clear();
    },
  };
}
