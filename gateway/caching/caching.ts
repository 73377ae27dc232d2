import { type CacheControl, mergeCacheControl } from "./cache-control.ts";
import type { Origin } from "./cache-status.ts";

/** What caches are told of an answer. */
export interface Caching {
  readonly control: CacheControl;
  readonly origins: Iterable<Origin>;
}

/** What holds for an answer made of those of several subgraphs. */
export interface CachingGatherer {
  add(caching: Caching): void;
  /** Undefined when no subgraph answered. */
  readonly merged: Caching | undefined;
}

export function createCachingGatherer(): CachingGatherer {
  const origins = new Set<Origin>();
  let control: CacheControl | undefined;
  return {
    add(caching) {
      control = control ? mergeCacheControl(control, caching.control) : caching.control;
      for (const origin of caching.origins) origins.add(origin);
    },
    get merged() {
      return control && { control, origins };
    },
  };
}
