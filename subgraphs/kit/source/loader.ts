import DataLoader from "dataloader";
import type { Reading, Source } from "./source.ts";

/** Gathers what one request asks of a source into one call per round of resolvers, each key once. */
export function createLoader<Key, T>(
  source: Source<Key, T>,
  keyOf: (key: Key) => string,
): DataLoader<Key, Reading<T> | undefined, string> {
  return new DataLoader<Key, Reading<T> | undefined, string>(
    async (keys) => {
      const readings = await source.fetch(keys);
      return keys.map((key) => readings.get(key));
    },
    { cacheKeyFn: keyOf },
  );
}
