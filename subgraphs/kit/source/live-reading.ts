import type { Reading } from "./source.ts";
import type { Upstream } from "./upstream.ts";

/** What a source that asks an upstream is made with. */
export interface LiveDeps {
  readonly upstream: Upstream;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** What an upstream gave now. @param vintage the publisher's release that it is of, where that is known */
export function liveReading<T>({ upstream, clock }: LiveDeps, data: T, vintage: string | null = null): Reading<T> {
  return { data, source: upstream.id, freshness: "LIVE", retrievedAt: new Date(clock()).toISOString(), vintage };
}
