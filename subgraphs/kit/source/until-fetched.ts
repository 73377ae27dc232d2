import type { Source } from "./source.ts";

/**
 * Stands in for a source whose figures come beside shipped ones, so that the shipped ones do not wait for it.
 *
 * @param nothing what it answers for every key
 */
export function untilFetched<Key, T>(id: string, nothing: T): Source<Key, T> {
  return {
    id,
    async fetch(keys) {
      const reading = {
        data: nothing,
        source: id,
        freshness: "SNAPSHOT",
        retrievedAt: new Date(0).toISOString(),
        vintage: null,
      } as const;
      return new Map(keys.map((key) => [key, reading]));
    },
  };
}
