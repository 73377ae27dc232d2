import { SourceRateLimited } from "./errors.ts";
import type { Part } from "./gather.ts";

export interface CallLimit {
  /** Id in the source register. */
  readonly source: string;
  readonly most: number;
  /** What each call is for, in the plural. */
  readonly what: string;
}

/** So many calls for one question; the keys of the others wait for the next time, when the first ones are kept. */
export function atMost<Key, T>({ source, most, what }: CallLimit, parts: readonly Part<Key, T>[]): Part<Key, T>[] {
  async function refuse(): Promise<never> {
    throw new SourceRateLimited(source, `is asked for too many ${what} at once`, { transient: false });
  }
  return parts.map((part, i) => (i < most ? part : { keys: part.keys, read: refuse }));
}
