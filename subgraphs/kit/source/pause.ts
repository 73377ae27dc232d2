import { z } from "zod";
import type { Store } from "../cache/store.ts";
import type { Delay } from "./delay.ts";
import { outOfTime, SourceError } from "./errors.ts";
import type { Http } from "./http.ts";

export interface PauseOptions {
  readonly source: string;
  /** Where replicas tell each other: what one of them was asked is asked of all. */
  readonly store: Store;
  readonly delay: Delay;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Longest pause that a call waits out; before the end of a longer one it fails at once. */
  readonly longestWaitMs: number;
}

const pause = z.object({
  until: z.number(),
  code: z.enum(["SOURCE_RATE_LIMITED", "SOURCE_QUOTA_EXCEEDED", "SOURCE_UNAVAILABLE"]),
});
type Pause = z.infer<typeof pause>;

/** For longer nobody is taken at their word. */
const longestPauseMs = 24 * 3_600_000;

/** Leaves an upstream alone for as long as it asked, whatever the next question is. */
export function withPause(http: Http, { source, store, delay, clock, longestWaitMs }: PauseOptions): Http {
  const key = `aryk:v1:pause:${source}`;
  let own: Pause | undefined;

  async function latest(): Promise<Pause | undefined> {
    const shared = pause.safeParse((await store.getMany([key])).get(key)?.value).data;
    return (own?.until ?? 0) >= (shared?.until ?? 0) ? own : shared;
  }

  async function obey(signal: AbortSignal | undefined): Promise<void> {
    const asked = await latest();
    const waitMs = asked ? asked.until - clock() : 0;
    if (!asked || waitMs <= 0) return;
    if (waitMs > longestWaitMs) {
      const details = { retryAfterMs: waitMs };
      throw new SourceError(asked.code, source, "asked to be left alone for a while", false, details);
    }
    await delay(waitMs, signal).catch(() => {
      throw outOfTime(source);
    });
  }

  function note({ code, retryAfterMs = 0 }: SourceError): void {
    const now = clock();
    const asked = pause.safeParse({ code, until: now + Math.min(retryAfterMs, longestPauseMs) }).data;
    if (!asked || asked.until <= now) return;
    own = asked;
    void store.set(key, { value: asked, storedAt: now, freshUntil: asked.until, staleUntil: asked.until });
  }

  return async (request) => {
    await obey(request.signal);
    try {
      return await http(request);
    } catch (error) {
      // Without a status it is not the upstream that asks.
      if (error instanceof SourceError && error.status !== undefined) note(error);
      throw error;
    }
  };
}
