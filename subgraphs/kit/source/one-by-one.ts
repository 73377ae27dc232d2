import { gather, type Part } from "./gather.ts";
import type { Reading, Source } from "./source.ts";

/**
 * A source whose every key is a question of its own, so that one that fails costs its key alone.
 *
 * @param read undefined where there is nothing for the key
 * @param isKnown keys of which it is not true are never read; by default all are
 */
export function oneByOne<Key, T>(
  id: string,
  read: (key: Key, signal?: AbortSignal) => Promise<Reading<T> | undefined>,
  isKnown: (key: Key) => boolean = () => true,
): Source<Key, T> {
  return { id, fetch: (keys, signal) => gather(eachAlone(keys.filter(isKnown), (key) => read(key, signal))) };
}

/** A call for each key. @param read undefined where there is nothing for the key */
export function eachAlone<Key, T>(
  keys: readonly Key[],
  read: (key: Key) => Promise<Reading<T> | undefined>,
): Part<Key, T>[] {
  return keys.map((key) => ({
    keys: [key],
    async read() {
      const reading = await read(key);
      return new Map(reading ? [[key, reading]] : []);
    },
  }));
}
