import type { CacheDeps } from "../../subgraphs/kit/cache/cached.ts";
import { cached } from "../../subgraphs/kit/cache/cached.ts";
import type { Source } from "../../subgraphs/kit/source/source.ts";

export interface Load {
  /** Answers so far. */
  readonly answers: number;
  /** Answers that were errors, or held a wrong figure. */
  readonly failed: number;
  /** How long each answer took, ascending. */
  sortedMs(): Float64Array;
  /** Stops asking and waits for what is under way. */
  stop(): Promise<void>;
}

export interface LoadOptions {
  /** How many ask at the same time. */
  readonly readers: number;
}

const names = 2000;
const keysPerAnswer = 5;

/** Asks a cached source without a pause: many keys of short lives, so that most answers read from Redis and some write. */
export function startLoad(deps: CacheDeps, { readers }: LoadOptions): Load {
  const source = cached(upstream(deps.clock), {
    ...deps,
    operation: "load",
    keyOf: (key) => key,
    policy: { version: 1, freshSeconds: 2, staleSeconds: 2, negativeSeconds: 1 },
  });
  const times: number[] = [];
  let failed = 0;
  let running = true;

  async function read(): Promise<void> {
    while (running) {
      const keys = Array.from({ length: keysPerAnswer }, () => Math.floor(Math.random() * names));
      const askedAt = performance.now();
      const readings = await source.fetch(keys).catch(() => new Map());
      times.push(performance.now() - askedAt);
      if (!keys.every((key) => readings.get(key)?.data === toFigure(key))) failed++;
      // A turn of the event loop each, so that timers and sockets come through as they do between requests.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  const loops = Promise.all(Array.from({ length: readers }, read));
  return {
    get answers() {
      return times.length;
    },
    get failed() {
      return failed;
    },
    sortedMs: () => Float64Array.from(times).sort(),
    async stop() {
      running = false;
      await loops;
    },
  };
}

export function percentile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const toFigure = (key: number) => key * 7 + 1;

/** Answers at once. */
function upstream(clock: () => number): Source<number, number> {
  return {
    id: "LOAD",
    async fetch(keys) {
      const retrievedAt = new Date(clock()).toISOString();
      return new Map(
        keys.map((key) => [
          key,
          { data: toFigure(key), source: "LOAD", freshness: "LIVE" as const, retrievedAt, vintage: null },
        ]),
      );
    },
  };
}
