import DataLoader from "dataloader";
import { PartialFailure } from "./partial-failure.ts";
import type { Reading, Source } from "./source.ts";

type Readings = Reading<unknown>[];

/** Where a context keeps its readings: a property, since Apollo Server hands resolvers a copy of the context. */
const readingsKey = Symbol("readings");
/** Where the loaders made at this moment note what they give. Making a context is synchronous: nobody comes between. */
let noted: Readings | undefined;

/** How long an answer waits for an upstream that alone can give it; what comes later is kept for the next one. */
const deadlineMs = 5_000;

/** Gathers what one request asks of a source into one call per round of resolvers, each key once. */
export function createLoader<Key, T>(
  source: Source<Key, T>,
  keyOf: (key: Key) => string,
): DataLoader<Key, Reading<T> | undefined, string> {
  const readings = noted;
  return new DataLoader<Key, Reading<T> | undefined, string>(
    async (keys) => {
      const { found, failures } = await fetchAll(source, keys);
      readings?.push(...found.values());
      return keys.map((key) => found.get(key) ?? failures.get(key));
    },
    { cacheKeyFn: keyOf },
  );
}

/** What could be answered, and why the rest could not: one key's failure is not the others'. */
async function fetchAll<Key, T>(source: Source<Key, T>, keys: readonly Key[]) {
  try {
    return { found: await source.fetch(keys, AbortSignal.timeout(deadlineMs)), failures: new Map<Key, Error>() };
  } catch (error) {
    if (!(error instanceof PartialFailure)) throw error;
    const { readings, failures }: PartialFailure<Key, T> = error;
    return { found: readings, failures };
  }
}

/** A maker of request contexts whose loaders' readings can be told afterwards. */
export function notingReadings<C extends object>(makeContext: () => C): () => C {
  return () => {
    const readings: Readings = [];
    noted = readings;
    try {
      return Object.assign(makeContext(), { [readingsKey]: readings });
    } finally {
      noted = undefined;
    }
  };
}

/** The readings that the loaders of a request's context gave so far and that hold anything. */
export function readingsOf(context: { readonly [readingsKey]?: Readings }): Reading<unknown>[] {
  return (context[readingsKey] ?? []).filter(
    ({ data }) => data !== null && !(Array.isArray(data) && data.length === 0),
  );
}
