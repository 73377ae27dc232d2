import type { SourcesMode } from "../cache/cached.ts";
import { SourceOff } from "./errors.ts";
import type { Source } from "./source.ts";

/** A source for which no shipped table can answer: where no publisher is asked it says so, instead of knowing nothing. */
export function liveOnly<Key, T>(source: Source<Key, T>, mode: SourcesMode): Source<Key, T> {
  if (mode !== "snapshot") return source;
  return {
    id: source.id,
    async fetch() {
      throw new SourceOff(source.id, "has no shipped tables, and this server asks no publisher (SOURCES=snapshot)");
    },
  };
}
