import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { perLane } from "./per-lane.ts";
import type { RedisClient } from "./redis-client.ts";
import type { Lock } from "./store.ts";

export interface RedisLocks {
  /** Locks keys against every process that shares the Redis; those whose server does not answer are granted. */
  lock(keys: readonly string[], ms: number): Promise<Lock>;
  /** Lets go of what is held, so that nobody waits for a process that is gone. */
  close(): Promise<void>;
}

/** Something to do to a lock that is held. */
interface Step {
  readonly run: () => Promise<unknown>;
  /** When the lock ends by itself, by `performance.now()`. */
  readonly until: number;
}

const retryEveryMs = 250;
const lockKey = (key: string) => `aryk:lock:${key}`;

// Only the holder may let go: its time may have run out, and then the lock is another's.
const releaseScript = `return redis.call('GET', KEYS[1]) == ARGV[1] and redis.call('DEL', KEYS[1]) or 0`;
const holdScript = `return redis.call('GET', KEYS[1]) == ARGV[1] and redis.call('PEXPIRE', KEYS[1], ARGV[2]) or 0`;

export function createRedisLocks(client: RedisClient): RedisLocks {
  const { redis } = client;
  /** How to let go of each lock that is held, by its name. */
  const releases = new Map<string, Step>();
  /** Steps that Redis did not answer, by the name of the lock. */
  const undone = new Map<string, Step>();
  let retrying = false;
  let closed = false;

  async function take(steps: ReadonlyMap<string, Step>): Promise<void> {
    const done = await perLane(client, [...steps.keys()], (names) =>
      Promise.all(names.map((name) => steps.get(name)?.run())),
    );
    for (const [name, step] of steps) {
      const other = undone.get(name);
      if (done.has(name)) {
        if (other === step) undone.delete(name);
      } else if (other !== step) undone.set(name, other ? both(other, step) : step);
    }
  }

  /** A lock that nobody lets go keeps everybody waiting: what Redis did not answer is tried again while the lock lasts. */
  async function retry(): Promise<void> {
    if (retrying) return;
    retrying = true;
    while (undone.size > 0 && !closed) {
      await sleep(retryEveryMs, undefined, { ref: false });
      const now = performance.now();
      for (const [name, { until }] of undone) if (until < now) undone.delete(name);
      await take(new Map(undone));
    }
    retrying = false;
  }

  return {
    async lock(keys, ms) {
      const token = randomUUID();
      const until = performance.now() + ms;
      const names = closed ? [] : keys.map(lockKey);
      const answers = await perLane(client, names, (some) =>
        Promise.all(some.map((name) => redis.set(name, token, "PX", ms, "NX"))),
      );
      const mine = new Set(keys.filter((key) => answers.get(lockKey(key)) !== null));
      const release = (name: string) => redis.eval(releaseScript, 1, name, token);
      for (const [name, answer] of answers) {
        if (answer !== null) releases.set(name, { run: () => release(name), until });
      }

      async function takeAll(given: Iterable<string>, run: (name: string) => Promise<unknown>): Promise<void> {
        const names = [...given].filter((key) => mine.has(key)).map(lockKey);
        for (const name of names) releases.delete(name);
        await take(new Map(names.map((name) => [name, { run: () => run(name), until }])));
        void retry();
      }

      return {
        keys: mine,
        release: (released) => takeAll(released, release),
        hold: (held, forMs) => takeAll(held, (name) => redis.eval(holdScript, 1, name, token, forMs)),
      };
    },
    async close() {
      closed = true;
      await take(releases);
    },
  };
}

/** The same key was locked twice while Redis was away, and both locks may stand. */
function both(one: Step, other: Step): Step {
  return { run: () => Promise.all([one.run(), other.run()]), until: Math.max(one.until, other.until) };
}
