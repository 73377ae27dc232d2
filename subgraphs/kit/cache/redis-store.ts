import { randomUUID } from "node:crypto";
import { GraphError } from "../errors.ts";
import { type Decoded, decodeEntry, encodeEntry } from "./codec.ts";
import { perLane } from "./per-lane.ts";
import type { RedisClient } from "./redis-client.ts";
import { createRedisLocks } from "./redis-locks.ts";
import { createRedisTags } from "./redis-tags.ts";
import type { Entry, Mark, Store } from "./store.ts";

export interface LookUp {
  readonly found: ReadonlyMap<string, Decoded>;
  /** Keys whose server did not answer: they may be there or not. */
  readonly unanswered: ReadonlySet<string>;
}

export type Put = "kept" | "invalidated" | "unreachable";

/** The store in Redis. Beside what every store can, it tells a key that is not there from a server that is not. */
export interface RedisStore extends Store {
  lookUp(keys: readonly string[]): Promise<LookUp>;
  put(key: string, entry: Entry, since?: Mark): Promise<Put>;
}

export interface RedisStoreOptions {
  readonly client: RedisClient;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Told of an entry that cannot be read. */
  readonly onCorrupt: () => void;
}

const longestEntryBytes = 8 * 1024 * 1024;

export function createRedisStore({ client, clock, onCorrupt }: RedisStoreOptions): RedisStore {
  const { redis, laneOf } = client;
  const writeTimeoutMs = 5 * client.timeoutMs;
  const tags = createRedisTags(client, clock);
  const locks = createRedisLocks(client);

  async function lookUp(keys: readonly string[]): Promise<LookUp> {
    const answers = await perLane(client, keys, (some) =>
      client.oneServer ? redis.mgetBuffer([...some]) : getEach(some),
    );
    const found = new Map<string, Decoded>();
    const unanswered = new Set<string>();
    const now = clock();
    for (const key of keys) {
      const bytes = answers.get(key);
      if (bytes === undefined) unanswered.add(key);
      if (!bytes) continue;
      const decoded = decodeEntry(bytes);
      if (!decoded) onCorrupt();
      else if (decoded.entry.staleUntil > now) found.set(key, decoded);
    }
    return { found, unanswered };
  }

  /** A key of another type costs only itself. */
  async function getEach(keys: readonly string[]): Promise<(Buffer | null | undefined)[]> {
    const answers = await Promise.allSettled(keys.map((key) => redis.getBuffer(key)));
    if (answers.every(({ status }) => status === "rejected")) throw new Error("No key could be read");
    return answers.map((answer) => (answer.status === "fulfilled" ? answer.value : undefined));
  }

  async function put(key: string, entry: Entry, since?: Mark): Promise<Put> {
    const ttlMs = Math.ceil(entry.staleUntil - clock());
    const bytes = await encodeEntry(entry);
    if (ttlMs <= 0 || bytes.length > longestEntryBytes) return "kept";
    const names = entry.tags ?? [];
    const wasInvalidated = async () => (since ? tags.changedSince(names, since) : false);
    // Tags first: whoever invalidates from here on finds the key. Whoever did before is seen by the checks around the value.
    const [tagged, before] = await Promise.all([tags.add(names, key, entry.staleUntil, ttlMs), wasInvalidated()]);
    if (before) return "invalidated";
    if (!tagged || before === undefined) return "unreachable";
    const done = await laneOf(key).run(() => redis.set(key, bytes, "PX", ttlMs), writeTimeoutMs);
    if (done === undefined) return "unreachable";
    if ((await wasInvalidated()) === false) return "kept";
    await laneOf(key).run(() => redis.unlink(key), writeTimeoutMs);
    return "invalidated";
  }

  return {
    lookUp,
    put,
    async getMany(keys) {
      const { found } = await lookUp(keys);
      return new Map([...found].map(([key, { entry }]) => [key, entry]));
    },
    async set(key, entry, since) {
      await put(key, entry, since);
    },
    mark: async (names) => ({ tags: await tags.states(names) }),
    lock: locks.lock,
    async invalidate(names) {
      const dropped = await tags.invalidate(names, randomUUID());
      if (dropped !== undefined) return dropped;
      throw new GraphError(
        "CACHE_UNAVAILABLE",
        "Redis does not answer, so that nothing could be dropped there. Ask again.",
      );
    },
    async close() {
      locks.close();
      client.close();
    },
  };
}
