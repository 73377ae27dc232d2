import type { Reading, Source } from "../../subgraphs/kit/source/source.ts";

export interface ScriptedSource extends Source<string, number> {
  /** The keys of each call so far. */
  readonly calls: readonly (readonly string[])[];
  /** What it gives from now on; a key that is absent is one it has nothing for. */
  give(figures: Readonly<Record<string, number>>): void;
  /** Fails from now on, until it is told to give. */
  fail(error: Error): void;
  /** Called during each call, before it answers; a promise delays the answer. */
  during(act: () => void | Promise<void>): void;
}

/** A live source with figures by name, told by the test what to do. @param clock milliseconds since 1970 */
export function scriptedSource(
  id: string,
  clock: () => number,
  freshness: "LIVE" | "SNAPSHOT" = "LIVE",
): ScriptedSource {
  const calls: (readonly string[])[] = [];
  let figures: Readonly<Record<string, number>> = {};
  let failure: Error | undefined;
  let act: () => void | Promise<void> = () => undefined;
  return {
    id,
    calls,
    give(given) {
      figures = given;
      failure = undefined;
    },
    fail(error) {
      failure = error;
    },
    during(given) {
      act = given;
    },
    async fetch(keys) {
      calls.push(keys);
      const [given, error] = [figures, failure];
      await act();
      if (error) throw error;
      const readings = new Map<string, Reading<number>>();
      for (const key of keys) {
        const data = given[key];
        if (data === undefined) continue;
        readings.set(key, { data, source: id, freshness, retrievedAt: new Date(clock()).toISOString(), vintage: null });
      }
      return readings;
    },
  };
}
