import { gather } from "./gather.ts";
import type { Reading, Source } from "./source.ts";
import type { Upstream } from "./upstream.ts";

export interface LiveDeps {
  readonly upstream: Upstream;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** A source whose every key is a question of its own, so that one that fails costs its key alone. */
export function oneByOne<Key, T>(
  { upstream, clock }: LiveDeps,
  ask: (key: Key, signal?: AbortSignal) => Promise<T>,
): Source<Key, T> {
  async function read(key: Key, signal?: AbortSignal): Promise<ReadonlyMap<Key, Reading<T>>> {
    const data = await ask(key, signal);
    const retrievedAt = new Date(clock()).toISOString();
    return new Map([[key, { data, source: upstream.id, freshness: "LIVE", retrievedAt, vintage: null }]]);
  }
  return {
    id: upstream.id,
    fetch: (keys, signal) => gather(keys.map((key) => ({ keys: [key], read: () => read(key, signal) }))),
  };
}
