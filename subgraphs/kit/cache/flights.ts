import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import type { Asked, Asker } from "./asker.ts";
import { type Outcome, parseKept, toError, toReading } from "./kept.ts";
import type { CacheMetrics } from "./metrics.ts";
import type { Lock, Store } from "./store.ts";

/** A key to fetch, with what whoever asks already has of it. */
export interface Wanted<Key> {
  readonly key: Key;
  /** When the entry was stored that is to be renewed; absent where there is none. */
  readonly seenAt?: number;
  /** The data that is served meanwhile. */
  readonly served?: unknown;
}

export type WantedById<Key> = ReadonlyMap<string, Wanted<Key>>;

export interface Flight<T> {
  readonly outcome: Promise<Outcome<T>>;
  /** Whether another reader had set it off. */
  readonly joined: boolean;
}

export interface Flights<Key, T> {
  /** Fetches the keys in one call, those aside that are on their way already; no outcome rejects. */
  join(wanted: WantedById<Key>): ReadonlyMap<string, Flight<T>>;
  /** Fetches in the background what nobody else is fetching; never rejects. */
  refresh(wanted: WantedById<Key>): Promise<void>;
}

export interface FlightsOptions<Key, T> {
  readonly source: string;
  readonly operation: string;
  readonly store: Store;
  readonly asker: Asker<Key, T>;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly metrics: CacheMetrics;
  readonly fetchTimeoutMs: number;
  readonly errorSeconds: number;
}

type Settle<T> = (id: string, outcome: Outcome<T>) => void;

/** A lock outlives the longest fetch by so much, for the writing. */
const graceMs = 1000;
const firstPollMs = 10;
const longestPollMs = 100;

/** Single flight: in this process by the promise that is under way, across processes by a lock in the store. */
export function createFlights<Key, T>(options: FlightsOptions<Key, T>): Flights<Key, T> {
  const { source, operation, store, asker, clock, metrics, fetchTimeoutMs, errorSeconds } = options;
  const underWay = new Map<string, Promise<Outcome<T>>>();
  const refreshing = new Set<string>();

  /** Locks what is free, and finds what others stored since it was wanted: the lock of a fetch just finished is free too. */
  async function lockAndLook(wanted: WantedById<Key>): Promise<{ lock: Lock; found: Map<string, Outcome<T>> }> {
    const lock = await store.lock([...wanted.keys()], fetchTimeoutMs + graceMs);
    const entries = await store.getMany([...wanted.keys()], { recheck: true });
    const now = clock();
    const found = new Map<string, Outcome<T>>();
    for (const [id, entry] of entries) {
      const kept = entry.storedAt > (wanted.get(id)?.seenAt ?? -1) ? parseKept<T>(entry) : undefined;
      if (kept?.kind === "reading") found.set(id, { kind: "reading", reading: toReading(kept.reading, entry, now) });
      else if (kept?.kind === "failure") found.set(id, { kind: "failed", error: toError(source, kept) });
      else if (kept) found.set(id, kept);
    }
    void lock.release([...found.keys()]);
    return { lock, found };
  }

  function ask(wanted: WantedById<Key>, ids: readonly string[]): Promise<Asked<T>> {
    const keys = new Map<string, Key>();
    for (const id of ids) {
      const each = wanted.get(id);
      if (each) keys.set(id, each.key);
    }
    return asker.ask(keys);
  }

  /** Brings every key to an outcome: fetches those it has the lock of, and waits for the others' fetches. */
  async function land(wanted: WantedById<Key>, settle: Settle<T>, forget: (id: string) => void): Promise<void> {
    const waiting = new Map(wanted);
    const startedAt = performance.now();
    const waitedMs = () => performance.now() - startedAt;

    async function fetchOwn(ids: readonly string[], lock: Lock): Promise<void> {
      const { outcomes, keep } = await ask(wanted, ids);
      for (const [id, outcome] of outcomes) settle(id, outcome);
      await keep("all");
      await lock.release(ids);
      for (const id of ids) forget(id);
    }

    const fetches: Promise<void>[] = [];
    for (let pollMs = firstPollMs; waiting.size > 0; pollMs = Math.min(2 * pollMs, longestPollMs)) {
      const { lock, found } = await lockAndLook(waiting);
      for (const [id, outcome] of found) {
        waiting.delete(id);
        settle(id, outcome);
        forget(id);
      }
      // Whoever holds the lock of a key for that long is dead or hopeless.
      const own = [...waiting.keys()].filter((id) => lock.keys.has(id) || waitedMs() > fetchTimeoutMs);
      for (const id of own) waiting.delete(id);
      if (own.length > 0) fetches.push(fetchOwn(own, lock));
      if (waiting.size > 0) await sleep(pollMs);
      else if (pollMs > firstPollMs) metrics.waitedForLock(source, waitedMs() / 1000);
    }
    await Promise.all(fetches);
  }

  async function refreshThem(wanted: WantedById<Key>): Promise<void> {
    const { lock, found } = await lockAndLook(wanted);
    const ids = [...lock.keys].filter((id) => !found.has(id));
    for (let left = wanted.size - ids.length; left > 0; left--) metrics.refreshed(source, operation, "elsewhere");
    if (ids.length === 0) return;
    const { outcomes, keep } = await ask(wanted, ids);
    const isFailed = (id: string) => outcomes.get(id)?.kind === "failed";
    // What is served meanwhile stays; the lock keeps everybody from trying again at once.
    await keep("answers");
    await Promise.all([
      lock.release(ids.filter((id) => !isFailed(id))),
      lock.hold(ids.filter(isFailed), errorSeconds * 1000),
    ]);
    for (const id of ids) metrics.refreshed(source, operation, toChange(wanted.get(id)?.served, outcomes.get(id)));
  }

  return {
    join(wanted) {
      const flights = new Map<string, Flight<T>>();
      const fresh = new Map<string, Wanted<Key>>();
      const settlers = new Map<string, (outcome: Outcome<T>) => void>();
      for (const [id, each] of wanted) {
        const outcome = underWay.get(id);
        if (outcome) {
          flights.set(id, { outcome, joined: true });
          continue;
        }
        fresh.set(id, each);
        const started = new Promise<Outcome<T>>((resolve) => settlers.set(id, resolve));
        underWay.set(id, started);
        flights.set(id, { outcome: started, joined: false });
      }
      if (fresh.size > 0) {
        const forget = (id: string) => underWay.delete(id);
        void land(fresh, (id, outcome) => settlers.get(id)?.(outcome), forget);
      }
      return flights;
    },
    async refresh(wanted) {
      const free = new Map([...wanted].filter(([id]) => !refreshing.has(id) && !underWay.has(id)));
      if (free.size === 0) return;
      for (const id of free.keys()) refreshing.add(id);
      await refreshThem(free);
      for (const id of free.keys()) refreshing.delete(id);
    },
  };
}

function toChange<T>(served: unknown, outcome: Outcome<T> | undefined) {
  if (outcome?.kind === "reading") return isDeepStrictEqual(served, outcome.reading.data) ? "unchanged" : "changed";
  return outcome?.kind === "nothing" ? "gone" : "failed";
}
