import type { Freshness } from "../graphql/enums.ts";

/** What a source gave for one key, with how current it is. */
export interface Reading<T> {
  readonly data: T;
  readonly source: string;
  readonly freshness: Freshness;
  /** When it was taken from the publisher, ISO 8601. */
  readonly retrievedAt: string;
  /** The publisher's release, such as `2026-07`. */
  readonly vintage: string | null;
}

/**
 * Keys in, readings out: the one way by which figures reach a loader, from a shipped table or from an upstream.
 * A key that the source has nothing for is absent from the answer.
 */
export interface Source<Key, T> {
  /** Id in the source register. */
  readonly id: string;
  /** @param signal ends the call; what a source gives without one takes as long as it takes */
  fetch(keys: readonly Key[], signal?: AbortSignal): Promise<ReadonlyMap<Key, Reading<T>>>;
}
