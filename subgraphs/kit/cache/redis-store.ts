import { randomUUID } from "node:crypto";
import { GraphError } from "../errors.ts";
import { type Decoded, decodeEntry, encodeEntry } from "./codec.ts";
import { openInvalidationChannel } from "./invalidation-channel.ts";
import type { RedisClient } from "./redis-client.ts";
import { createRedisLocks } from "./redis-locks.ts";
import { createRedisReader } from "./redis-reader.ts";
import { createRedisTags } from "./redis-tags.ts";
import type { Entry, Mark, Store } from "./store.ts";

/** What is kept under a key: null for nothing that can be used, undefined where its server did not answer. */
export type Found = Decoded | null | undefined;

/** What became of an entry; `refused` by a Redis that answers: it is full, or a replica. */
export type Put = "kept" | "invalidated" | "refused" | "unreachable";

/** The store in Redis. Beside what every store can, it tells a key that is not there from a server that is not. */
export interface RedisStore extends Store {
  /** @param held entries that are at hand for the keys @returns in the order of the keys */
  lookUp(keys: readonly string[], held?: readonly (Entry | undefined)[]): Promise<readonly Found[]>;
  put(key: string, entry: Entry, since?: Mark): Promise<Put>;
}

export interface RedisStoreOptions {
  readonly client: RedisClient;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Told of an entry that cannot be read. */
  readonly onCorrupt: () => void;
  /** Told of the tags that another process invalidated, at once or never. */
  readonly onInvalidated: (tags: readonly string[]) => void;
}

const longestEntryBytes = 8 * 1024 * 1024;

export function createRedisStore({ client, clock, onCorrupt, onInvalidated }: RedisStoreOptions): RedisStore {
  const { redis, laneOf } = client;
  const writeTimeoutMs = 5 * client.timeoutMs;
  const read = createRedisReader(client);
  const tags = createRedisTags(client, clock);
  const locks = createRedisLocks(client);
  const channel = openInvalidationChannel(client, onInvalidated);

  async function lookUp(keys: readonly string[], held: readonly (Entry | undefined)[] = []): Promise<readonly Found[]> {
    const values = await read(keys);
    const now = clock();
    return values.map((bytes, index) => {
      if (!bytes) return bytes;
      const decoded = decodeEntry(bytes, held[index]);
      if (!decoded) onCorrupt();
      return decoded && decoded.entry.staleUntil > now ? decoded : null;
    });
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
    if (before === undefined) return "unreachable";
    if (!tagged) return "refused";
    const done = await laneOf(key).run(() => redis.set(key, bytes, "PX", ttlMs), writeTimeoutMs);
    if (done === undefined) return "refused";
    if ((await wasInvalidated()) === false) return "kept";
    await laneOf(key).run(() => redis.unlink(key), writeTimeoutMs);
    return "invalidated";
  }

  return {
    lookUp,
    put,
    async getMany(keys) {
      const found = await lookUp(keys);
      return new Map(keys.flatMap((key, index) => (found[index] ? [[key, found[index].entry]] : [])));
    },
    async set(key, entry, since) {
      await put(key, entry, since);
    },
    mark: async (names) => ({ tags: await tags.states(names) }),
    lock: locks.lock,
    async invalidate(names) {
      const dropped = await tags.invalidate(names, randomUUID());
      if (dropped === undefined) {
        throw new GraphError(
          "CACHE_UNAVAILABLE",
          "Redis does not answer, so that nothing could be dropped there. Ask again.",
        );
      }
      // Not before: whoever hears of it may read the entries anew at once.
      await channel.announce(names);
      return dropped;
    },
    async close() {
      await locks.close();
      channel.close();
      client.close();
    },
  };
}
