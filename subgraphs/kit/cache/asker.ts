import { setMaxListeners } from "node:events";
import type { Logger } from "pino";
import { outOfTime, SourceError } from "../source/errors.ts";
import { PartialFailure } from "../source/partial-failure.ts";
import type { Reading, Source } from "../source/source.ts";
import { type Kept, type Outcome, toKept, toKeptFailure } from "./kept.ts";
import type { CacheMetrics } from "./metrics.ts";
import { type FullPolicy, type Lifetime, lifetime } from "./policy.ts";
import type { Mark, Store } from "./store.ts";

export interface Asked<T> {
  /** One for each key, by id. */
  readonly outcomes: ReadonlyMap<string, Outcome<T>>;
  /** Stores what the source gave, with or without its failures; never rejects. */
  keep(what: "all" | "answers"): Promise<void>;
}

export interface Asker<Key, T> {
  /** Asks the source once for all keys. Never rejects. @param keys by id */
  ask(keys: ReadonlyMap<string, Key>): Promise<Asked<T>>;
}

export interface AskerOptions<Key> {
  readonly operation: string;
  readonly policy: FullPolicy;
  readonly tagsOf: (key: Key) => readonly string[];
  readonly store: Store;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** From 0 to below 1. */
  readonly random: () => number;
  readonly log: Logger;
  readonly metrics: CacheMetrics;
  readonly onFailure: (error: SourceError) => void;
}

/** The one place where a cached source is asked and what it gives becomes entries. */
export function createAsker<Key, T>(source: Source<Key, T>, options: AskerOptions<Key>): Asker<Key, T> {
  const { operation, policy, tagsOf, store, clock, random, log, metrics, onFailure } = options;
  const { fetchTimeoutMs, negativeSeconds, errorSeconds } = policy;
  const lifetimes: Record<Kept<T>["kind"], Lifetime> = {
    reading: policy,
    nothing: { freshSeconds: negativeSeconds, staleSeconds: 0 },
    failure: { freshSeconds: errorSeconds, staleSeconds: 0 },
  };

  async function fetchInTime(keys: readonly Key[]): Promise<ReadonlyMap<Key, Reading<T>>> {
    const limit = new AbortController();
    // Many keys may be many calls, and each of them listens.
    setMaxListeners(0, limit.signal);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        limit.abort();
        reject(outOfTime(source.id));
      }, fetchTimeoutMs);
    });
    try {
      return await Promise.race([source.fetch(keys, limit.signal), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  async function outcomesOf(keys: ReadonlyMap<string, Key>): Promise<Map<string, Outcome<T>>> {
    let readings: ReadonlyMap<Key, Reading<T>> = new Map();
    let failureOf: (key: Key) => Error | undefined = () => undefined;
    try {
      readings = await fetchInTime([...keys.values()]);
    } catch (error) {
      if (error instanceof PartialFailure) {
        readings = error.readings;
        failureOf = (key) => error.failures.get(key);
      } else failureOf = () => error as Error;
      for (const each of distinctErrors(error)) if (each instanceof SourceError) onFailure(each);
      const code = error instanceof SourceError ? error.code : undefined;
      log.warn(
        { source: source.id, operation, code, keys: keys.size, ...(!code && { err: error }) },
        "A source failed",
      );
    }
    return new Map([...keys].map(([id, key]) => [id, toOutcome(readings.get(key), failureOf(key))]));
  }

  async function keepOne(id: string, key: Key, kept: Kept<T>, costMs: number, since: Mark): Promise<void> {
    const life = lifetime(lifetimes[kept.kind], clock(), random());
    try {
      await store.set(id, { value: kept, ...life, costMs, tags: tagsOf(key) }, since);
    } catch (err) {
      log.error({ source: source.id, operation, err }, "A record is not plain data and cannot be kept");
    }
  }

  return {
    async ask(keys) {
      const since = await store.mark([...new Set([...keys.values()].flatMap(tagsOf))]);
      const askedAt = clock();
      const outcomes = await outcomesOf(keys);
      const costMs = Math.max(0, clock() - askedAt);
      metrics.fetched(source.id, operation, costMs / 1000);
      return {
        outcomes,
        async keep(what) {
          await Promise.all(
            [...keys].map(async ([id, key]) => {
              const outcome = outcomes.get(id);
              if (!outcome || (outcome.kind === "failed" && what === "answers")) return;
              const kept = outcome.kind === "failed" ? toKeptFailure(outcome.error) : toKept(outcome);
              if (kept) await keepOne(id, key, kept, costMs, since);
            }),
          );
        },
      };
    },
  };
}

function distinctErrors(error: unknown): Iterable<unknown> {
  return error instanceof PartialFailure ? new Set(error.failures.values()) : [error];
}

function toOutcome<T>(reading: Reading<T> | undefined, error: Error | undefined): Outcome<T> {
  if (reading) return { kind: "reading", reading };
  return error ? { kind: "failed", error } : { kind: "nothing" };
}
