import DataLoader from "dataloader";
import type { Freshness } from "../graphql/enums.ts";
import { SourceError } from "./errors.ts";
import { PartialFailure } from "./partial-failure.ts";
import type { Reading, Source } from "./source.ts";

/** How the loaders of one request came to what they gave so far. */
export interface Loads {
  readonly freshness: ReadonlySet<Freshness>;
  /** Whether a source failed in a way that may have passed by the next request. */
  readonly hasFailed: boolean;
  /** Whether something was given that is another the next moment. */
  readonly isMomentary: boolean;
}

interface Notes extends Loads {
  readonly readings: Reading<unknown>[];
  readonly freshness: Set<Freshness>;
  hasFailed: boolean;
  isMomentary: boolean;
}

/** Where a context keeps its notes: a property, since Apollo Server hands resolvers a copy of the context. */
const notesKey = Symbol("notes");
/** Where the loaders made at this moment note what they give. Making a context is synchronous: nobody comes between. */
let current: Notes | undefined;

/** How long an answer waits for an upstream that alone can give it; what comes later is kept for the next one. */
const deadlineMs = 5_000;

/** Failures that last as long as the settings of this server. */
const lasting = new Set<unknown>(["SOURCE_NEEDS_KEY", "SOURCE_OFF"]);

/** Gathers what one request asks of a source into one call per round of resolvers, each key once. */
export function createLoader<Key, T>(
  source: Source<Key, T>,
  keyOf: (key: Key) => string,
): DataLoader<Key, Reading<T> | undefined, string> {
  const notes = current;
  return new DataLoader<Key, Reading<T> | undefined, string>(
    async (keys) => {
      const { found, failures } = await fetchAll(source, keys);
      if (notes) {
        for (const reading of found.values()) {
          notes.readings.push(reading);
          notes.freshness.add(reading.freshness);
        }
        for (const failure of failures.values()) notes.hasFailed ||= !isLasting(failure);
      }
      return keys.map((key) => found.get(key) ?? failures.get(key));
    },
    { cacheKeyFn: keyOf },
  );
}

/** A reader of what is another the next moment, such as a status. */
export function createMomentaryLoader<T>(read: () => Promise<T>): () => Promise<T> {
  const notes = current;
  return () => {
    if (notes) notes.isMomentary = true;
    return read();
  };
}

/** What could be answered, and why the rest could not: one key's failure is not the others'. */
async function fetchAll<Key, T>(source: Source<Key, T>, keys: readonly Key[]) {
  try {
    return { found: await source.fetch(keys, AbortSignal.timeout(deadlineMs)), failures: new Map<Key, Error>() };
  } catch (error) {
    if (error instanceof PartialFailure) {
      const { readings, failures }: PartialFailure<Key, T> = error;
      return { found: readings, failures };
    }
    const failure = error instanceof Error ? error : new Error(String(error));
    return { found: new Map<Key, Reading<T>>(), failures: new Map(keys.map((key) => [key, failure])) };
  }
}

function isLasting(failure: Error): boolean {
  return failure instanceof SourceError && lasting.has(failure.code);
}

/** A maker of request contexts that can be asked afterwards what their loaders gave. */
export function notingReadings<C extends object>(makeContext: () => C): () => C {
  return () => {
    const notes: Notes = { readings: [], freshness: new Set(), hasFailed: false, isMomentary: false };
    current = notes;
    try {
      return Object.assign(makeContext(), { [notesKey]: notes });
    } finally {
      current = undefined;
    }
  };
}

interface Noted {
  readonly [notesKey]?: Notes;
}

/** The readings that the loaders of a request's context gave so far and that hold anything. */
export function readingsOf(context: Noted): Reading<unknown>[] {
  return (context[notesKey]?.readings ?? []).filter(
    ({ data }) => data !== null && !(Array.isArray(data) && data.length === 0),
  );
}

const nothing: Loads = { freshness: new Set(), hasFailed: false, isMomentary: false };

export function loadsOf(context: Noted): Loads {
  return context[notesKey] ?? nothing;
}
