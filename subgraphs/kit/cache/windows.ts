import { LRUCache } from "lru-cache";

export interface Window<T> {
  /** Milliseconds since 1970. */
  readonly startsAt: number;
  readonly state: T;
}

export interface Windows<T> {
  /** The window of this key that is under way; a new one when the last one is over. */
  current(key: string, windowMs: number): Window<T>;
}

const mostKeys = 50_000;

/** Keeps one state for each key and the window that is under way. */
export function createWindows<T extends object>(clock: () => number, create: () => T): Windows<T> {
  const windows = new LRUCache<string, Window<T>>({ max: mostKeys });
  return {
    current(key, windowMs) {
      const startsAt = Math.floor(clock() / windowMs) * windowMs;
      const name = `${windowMs}:${key}`;
      const last = windows.get(name);
      if (last?.startsAt === startsAt) return last;
      const window = { startsAt, state: create() };
      windows.set(name, window);
      return window;
    },
  };
}
