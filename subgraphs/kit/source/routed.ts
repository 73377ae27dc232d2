import { groupBy } from "../group-by.ts";
import { gather } from "./gather.ts";
import type { Source } from "./source.ts";

/** Each key from the source that has it; one that fails costs its own keys only. */
export function routed<Key, T>(id: string, sourceOf: (key: Key) => Source<Key, T>): Source<Key, T> {
  return {
    id,
    fetch(keys, signal) {
      const calls = [...groupBy(keys, sourceOf)];
      return gather(calls.map(([source, own]) => ({ keys: own, read: () => source.fetch(own, signal) })));
    },
  };
}
