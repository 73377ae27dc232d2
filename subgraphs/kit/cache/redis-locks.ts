import { randomUUID } from "node:crypto";
import { perLane } from "./per-lane.ts";
import type { RedisClient } from "./redis-client.ts";
import type { Lock } from "./store.ts";

const lockKey = (key: string) => `aryk:lock:${key}`;

// Only the holder may let go: its time may have run out, and then the lock is another's.
const releaseScript = `return redis.call('GET', KEYS[1]) == ARGV[1] and redis.call('DEL', KEYS[1]) or 0`;
const holdScript = `return redis.call('GET', KEYS[1]) == ARGV[1] and redis.call('PEXPIRE', KEYS[1], ARGV[2]) or 0`;

/** Locks keys against every process that shares the Redis; those whose server does not answer are granted. */
export async function lockInRedis(client: RedisClient, keys: readonly string[], ms: number): Promise<Lock> {
  const { redis } = client;
  const token = randomUUID();
  const answers = await perLane(client, keys.map(lockKey), (names) =>
    Promise.all(names.map((name) => redis.set(name, token, "PX", ms, "NX"))),
  );
  const mine = new Set(keys.filter((key) => answers.get(lockKey(key)) !== null));

  async function forMine(given: Iterable<string>, run: (name: string) => Promise<unknown>): Promise<void> {
    const names = [...given].filter((key) => mine.has(key)).map(lockKey);
    await perLane(client, names, (some) => Promise.all(some.map(run)));
  }

  return {
    keys: mine,
    release: (released) => forMine(released, (name) => redis.eval(releaseScript, 1, name, token)),
    hold: (held, forMs) => forMine(held, (name) => redis.eval(holdScript, 1, name, token, forMs)),
  };
}
