import type { Source } from "../../subgraphs/kit/source/source.ts";

export interface CountingSource<Key, T> extends Source<Key, T> {
  /** The number of keys of each call so far. */
  readonly calls: readonly number[];
}

/** A source that notes how it was asked. */
export function countingSource<Key, T>(source: Source<Key, T>): CountingSource<Key, T> {
  const calls: number[] = [];
  return {
    id: source.id,
    calls,
    fetch(keys) {
      calls.push(keys.length);
      return source.fetch(keys);
    },
  };
}
