import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RedisGroup, type RedisServer, startCluster, startRedis } from "../../support/redis.ts";
import { connectStorage, openStorage, type TestStorage } from "../../support/storage.ts";

const tries = 1000;
const atOnce = 50;

const kinds: readonly (readonly [string, () => Promise<RedisServer | RedisGroup | undefined>])[] = [
  ["memory", async () => undefined],
  ["one Redis server", () => startRedis()],
  ["Redis Cluster", startCluster],
];

async function turns(most: number): Promise<void> {
  const count = Math.floor(Math.random() * most);
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
}

describe.each(kinds)("over %s", (name, start) => {
  let redis: RedisServer | RedisGroup | undefined;
  let writer: TestStorage;
  let other: TestStorage;
  beforeAll(async () => {
    redis = await start();
    writer = redis ? await connectStorage(redis.url) : openStorage();
    other = redis ? await connectStorage(redis.url) : writer;
  });
  afterAll(async () => {
    await Promise.all([writer.close(), other.close()]);
    await redis?.close();
  });

  test("an invalidation is never lost against a concurrent insert", async () => {
    let overlapped = 0;
    let lost = 0;

    /** The publisher corrects a figure, and whoever learns of it invalidates; meanwhile it is being fetched. */
    async function race(key: string): Promise<void> {
      let published = "wrong";
      let inserting = true;
      async function insert(): Promise<void> {
        const mark = await writer.store.mark([key]);
        const value = published;
        await turns(10);
        const now = Date.now();
        const entry = { value, storedAt: now, freshUntil: now + 60_000, staleUntil: now + 60_000, tags: [key] };
        await writer.store.set(key, entry, mark);
        inserting = false;
      }
      async function invalidate(): Promise<void> {
        await turns(40);
        published = "right";
        if (inserting) overlapped++;
        await other.store.invalidate([key]);
      }
      await Promise.all([insert(), invalidate()]);
      const found = (await other.store.getMany([key])).get(key)?.value;
      if (found === "wrong") lost++;
    }

    for (let from = 0; from < tries; from += atOnce) {
      await Promise.all(Array.from({ length: atOnce }, (_, index) => race(`race-${from + index}`)));
    }
    process.stdout.write(
      `invalidation against insert over ${name}: ${tries} tries, ${overlapped} during the insert, ${lost} lost\n`,
    );
    expect(lost).toBe(0);
    expect(overlapped).toBeGreaterThan(0);
  });
});
