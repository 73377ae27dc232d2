import type { Logger } from "pino";
import { outOfTime, type SourceError } from "../source/errors.ts";
import { PartialFailure } from "../source/partial-failure.ts";
import type { Reading, Source } from "../source/source.ts";
import { createAsker } from "./asker.ts";
import { createFlights, type Flight, type Wanted } from "./flights.ts";
import { type Kept, type Outcome, parseKept, toError, toReading } from "./kept.ts";
import { type CacheArgs, cacheKey } from "./key.ts";
import type { CacheMetrics } from "./metrics.ts";
import { type CachePolicy, fillPolicy, isDueEarly } from "./policy.ts";
import type { Entry, Store } from "./store.ts";

/** What SOURCES says: whether upstreams may be asked, and whether shipped tables may answer for them. */
export const sourcesModes = ["auto", "live", "snapshot"] as const;
export type SourcesMode = (typeof sourcesModes)[number];

/** What every cached source of a process shares. */
export interface CacheDeps {
  readonly store: Store;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** From 0 to below 1. */
  readonly random: () => number;
  readonly log: Logger;
  readonly metrics: CacheMetrics;
  readonly mode: SourcesMode;
  /** Told of each failure of a source. */
  readonly onFailure: (error: SourceError) => void;
}

export interface CachedOptions<Key, T> extends CacheDeps {
  readonly policy: CachePolicy;
  /** What is asked of the source, such as `series`; part of the key. */
  readonly operation: string;
  /** What tells one key from another. */
  readonly keyOf: (key: Key) => CacheArgs;
  /** What the key's entry can be invalidated by, beside `source:<ID>`. @default none */
  readonly tagsOf?: (key: Key) => readonly string[];
  /** The shipped tables that answer while nothing newer is kept. */
  readonly fallback?: Source<Key, T>;
}

/**
 * A source behind the cache. What is fresh is served; what is stale or shipped is served at once and renewed behind;
 * only a key of which there is nothing waits for the source. Its records must be plain JSON data.
 *
 * `fetch` throws the source's error when no key could be answered, and PartialFailure when some could.
 */
export function cached<Key, T>(source: Source<Key, T>, options: CachedOptions<Key, T>): Source<Key, T> {
  const { store, clock, random, metrics, mode, operation, keyOf, tagsOf = () => [] } = options;
  const { id: sourceId } = source;
  const fallback = mode === "live" ? undefined : options.fallback;
  if (mode === "snapshot") {
    return { id: sourceId, fetch: async (keys) => (fallback ? fallback.fetch(keys) : new Map()) };
  }
  const policy = fillPolicy(options.policy);
  const asker = createAsker(source, { ...options, policy, tagsOf: (key) => [`source:${sourceId}`, ...tagsOf(key)] });
  const flights = createFlights({ ...options, ...policy, source: sourceId, asker });

  function noted<R>(result: R, as: Parameters<CacheMetrics["read"]>[2]): R {
    metrics.read(sourceId, operation, as);
    return result;
  }

  /** What to answer from an entry, and whether to renew it behind. */
  function read(entry: Entry | undefined, now: number): { outcome?: Outcome<T>; renew: boolean } {
    const kept: Kept<T> | undefined = entry && parseKept(entry);
    if (!entry || !kept) return { renew: true };
    const renew = isDueEarly(entry, now, random());
    if (kept.kind === "reading") {
      const reading = toReading(kept.reading, entry, now);
      return { outcome: noted({ kind: "reading", reading }, now < entry.freshUntil ? "fresh" : "stale"), renew };
    }
    if (now >= entry.freshUntil) return { renew: true };
    if (kept.kind === "nothing") return { outcome: noted(kept, "negative"), renew: false };
    return { outcome: noted({ kind: "failed", error: toError(sourceId, kept) }, "kept_failure"), renew: false };
  }

  async function land(flight: Flight<T>, patience: Promise<Outcome<T>> | undefined): Promise<Outcome<T>> {
    const outcome = await (patience ? Promise.race([flight.outcome, patience]) : flight.outcome);
    if (outcome.kind === "failed") return noted(outcome, "failed");
    if (!flight.joined || outcome.kind === "nothing") return noted(outcome, "fetched");
    const { reading } = outcome;
    return noted({ kind: "reading", reading: { ...reading, freshness: asKept(reading) } }, "joined");
  }

  return {
    id: sourceId,
    async fetch(keys, signal) {
      const idOf = (key: Key) => cacheKey({ version: policy.version, source: sourceId, operation, args: keyOf(key) });
      const ids = new Map(keys.map((key) => [key, idOf(key)]));
      const byId = new Map([...ids].map(([key, id]) => [id, key]));
      const entries = await store.getMany([...byId.keys()]);
      const now = clock();
      const outcomes = new Map<string, Outcome<T>>();
      const renewals = new Map<string, Wanted<Key>>();
      for (const [id, key] of byId) {
        const entry = entries.get(id);
        const { outcome, renew } = read(entry, now);
        if (outcome) outcomes.set(id, outcome);
        if (!renew) continue;
        const served = outcome?.kind === "reading" ? outcome.reading.data : undefined;
        renewals.set(id, { key, ...(entry && { seenAt: entry.storedAt, served }) });
      }

      const lacking = [...byId].filter(([id]) => outcomes.get(id)?.kind !== "reading");
      const shipped = fallback && lacking.length > 0 ? await fallback.fetch(lacking.map(([, key]) => key)) : new Map();
      for (const [id, key] of lacking) {
        const reading: Reading<T> | undefined = shipped.get(key);
        if (!reading) continue;
        outcomes.set(id, noted({ kind: "reading", reading }, "snapshot"));
        const renewal = renewals.get(id);
        if (renewal) renewals.set(id, { ...renewal, served: reading.data });
      }

      const waiting = new Map([...renewals].filter(([id]) => !outcomes.has(id)));
      void flights.refresh(new Map([...renewals].filter(([id]) => outcomes.has(id))));
      // One listener for all keys: a signal warns of many.
      const patience = signal && waiting.size > 0 ? gaveUp<T>(signal, sourceId) : undefined;
      await Promise.all(
        [...flights.join(waiting)].map(async ([id, flight]) => outcomes.set(id, await land(flight, patience))),
      );
      return toAnswer(ids, outcomes);
    },
  };
}

function toAnswer<Key, T>(ids: ReadonlyMap<Key, string>, outcomes: ReadonlyMap<string, Outcome<T>>) {
  const readings = new Map<Key, Reading<T>>();
  const failures = new Map<Key, Error>();
  for (const [key, id] of ids) {
    const outcome = outcomes.get(id);
    if (outcome?.kind === "reading") readings.set(key, outcome.reading);
    if (outcome?.kind === "failed") failures.set(key, outcome.error);
  }
  const [failure] = failures.values();
  if (!failure) return readings;
  throw failures.size === ids.size ? failure : new PartialFailure(readings, failures);
}

/** Another request fetched it: for this one it was kept, if only for a moment. */
function asKept({ freshness }: Reading<unknown>) {
  return freshness === "LIVE" ? "CACHED" : freshness;
}

function gaveUp<T>(signal: AbortSignal, source: string): Promise<Outcome<T>> {
  return new Promise((resolve) => {
    const give = () => resolve({ kind: "failed", error: outOfTime(source) });
    if (signal.aborted) give();
    else signal.addEventListener("abort", give, { once: true });
  });
}
