import { perLane } from "./per-lane.ts";
import type { RedisClient } from "./redis-client.ts";
import type { Mark } from "./store.ts";

const tagKey = (tag: string) => `aryk:tag:${tag}`;
const stateKey = (tag: string) => `aryk:invalidated:${tag}`;

/** Longer than any fetch between a mark and the entry that it guards. */
const stateKeptMs = 3_600_000;
/** How long a member outlives its entry, so that clocks of replicas may differ by it. */
const slackMs = 60_000;
const atOnce = 1000;

/** A tag is a sorted set of the keys that have it, by their expiry. It outlives them, so that eviction by time takes them first. */
const addScript = `
redis.call('ZADD', KEYS[1], 'GT', ARGV[2], ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[4])
if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[3]) then redis.call('PEXPIRE', KEYS[1], ARGV[3]) end
return 1`;

export interface RedisTags {
  /** @returns whether every tag knows of the key */
  add(tags: readonly string[], key: string, expiresAt: number, ttlMs: number): Promise<boolean>;
  states(tags: readonly string[]): Promise<ReadonlyMap<string, string> | undefined>;
  /** Whether one of the tags was invalidated after the mark was taken; undefined when that cannot be told. */
  changedSince(tags: readonly string[], since: Mark): Promise<boolean | undefined>;
  /** @param state never used before @returns how many entries were dropped, or undefined when Redis does not answer */
  invalidate(tags: readonly string[], state: string): Promise<number | undefined>;
}

export function createRedisTags(client: RedisClient, clock: () => number): RedisTags {
  const { redis, oneServer } = client;
  const timeoutMs = 10 * client.timeoutMs;

  async function states(tags: readonly string[]): Promise<ReadonlyMap<string, string> | undefined> {
    const answers = await perLane(client, tags.map(stateKey), (keys) =>
      oneServer ? redis.mget(...keys) : Promise.all(keys.map((key) => redis.get(key))),
    );
    if (answers.size < new Set(tags).size) return undefined;
    return new Map(tags.map((tag) => [tag, answers.get(stateKey(tag)) ?? ""]));
  }

  async function drop(keys: readonly string[]): Promise<number | undefined> {
    let dropped = 0;
    for (let from = 0; from < keys.length; from += atOnce) {
      const some = keys.slice(from, from + atOnce);
      const answers = await perLane(
        client,
        some,
        (keys) => Promise.all(keys.map((key) => redis.unlink(key))),
        timeoutMs,
      );
      if (answers.size < some.length) return undefined;
      for (const count of answers.values()) dropped += count;
    }
    return dropped;
  }

  return {
    states,
    async add(tags, key, expiresAt, ttlMs) {
      const now = clock();
      const add = (set: string) =>
        redis.eval(addScript, 1, set, key, expiresAt, ttlMs + slackMs, now - slackMs) as Promise<number>;
      const answers = await perLane(client, tags.map(tagKey), (sets) => Promise.all(sets.map(add)), timeoutMs);
      return answers.size === new Set(tags).size;
    },
    async changedSince(tags, since) {
      const now = await states(tags);
      if (!now || !since.tags) return undefined;
      return tags.some((tag) => now.get(tag) !== since.tags?.get(tag));
    },
    async invalidate(tags, state) {
      // The state before the set is read: an entry that comes too late for the set sees the state and goes again.
      const marked = await perLane(
        client,
        tags.map(stateKey),
        (keys) => Promise.all(keys.map((key) => redis.set(key, state, "PX", stateKeptMs))),
        timeoutMs,
      );
      const members = await perLane(
        client,
        tags.map(tagKey),
        (sets) => Promise.all(sets.map((set) => redis.zrange(set, 0, -1))),
        timeoutMs,
      );
      const wanted = new Set(tags).size;
      if (marked.size < wanted || members.size < wanted) return undefined;
      return drop([...new Set([...members.values()].flat())]);
    },
  };
}
