import { afterAll, beforeAll, expect, test } from "vitest";
import type { Entry, Store } from "../../subgraphs/kit/cache/store.ts";
import { until } from "./redis.ts";
import { createTestClock } from "./test-clock.ts";

export interface StoreUnderTest {
  readonly store: Store;
  close(): Promise<void>;
}

/**
 * What every store does, whatever is behind it.
 *
 * @param open opens one more store over the same data, as another process would; a store in memory gives the same one
 */
export function describeStore(open: (clock: () => number) => Promise<StoreUnderTest>): void {
  const clock = createTestClock();
  let one: StoreUnderTest;
  let other: StoreUnderTest;
  let keys = 0;

  beforeAll(async () => {
    one = await open(clock.now);
    other = await open(clock.now);
  });
  afterAll(async () => {
    await Promise.all([one.close(), other.close()]);
  });

  const newKey = () => `aryk:v1:TEST:contract:${Math.random().toString(36).slice(2)}${keys++}`;
  const entry = (value: unknown, tags: readonly string[] = []): Entry => {
    const now = clock.now();
    return { value, storedAt: now, freshUntil: now + 10_000, staleUntil: now + 60_000, costMs: 12, tags };
  };
  const valueIn = async ({ store }: StoreUnderTest, key: string) => (await store.getMany([key])).get(key)?.value;

  test("an entry comes back as it was put, here and elsewhere", async () => {
    const key = newKey();
    const put = entry({ figures: [1.5, null, 0], title: "Арал", nested: { long: "x".repeat(10_000) } }, ["a", "b"]);
    await one.store.set(key, put);
    expect((await one.store.getMany([key])).get(key)).toEqual(put);
    expect((await other.store.getMany([key])).get(key)).toEqual(put);
  });

  test("a value may be null, which is not a miss", async () => {
    const key = newKey();
    await one.store.set(key, entry(null));
    expect((await other.store.getMany([key])).get(key)).toMatchObject({ value: null });
  });

  test("many keys come back together, those that are there", async () => {
    const there = Array.from({ length: 150 }, newKey);
    await Promise.all(there.map((key, index) => one.store.set(key, entry(index))));
    const found = await other.store.getMany([...there, newKey()]);
    expect([...found].map(([key, { value }]) => [key, value])).toEqual(there.map((key, index) => [key, index]));
    expect((await one.store.getMany([])).size).toBe(0);
  });

  test("a later entry replaces an earlier one", async () => {
    const key = newKey();
    await one.store.set(key, entry("old"));
    clock.advance(1);
    await one.store.set(key, entry("new"));
    expect(await valueIn(one, key)).toBe("new");
    expect(await valueIn(other, key)).toBe("new");
  });

  test("an entry is there until its stale time ends, and not after", async () => {
    const key = newKey();
    await one.store.set(key, entry("kept"));
    clock.advance(59_999);
    expect(await valueIn(other, key)).toBe("kept");
    clock.advance(1);
    expect(await valueIn(one, key)).toBeUndefined();
    expect(await valueIn(other, key)).toBeUndefined();
  });

  test("an invalidation drops the entries of its tags and no others, and says how many", async () => {
    const [afg, afgAndKaz, kaz] = [newKey(), newKey(), newKey()];
    const [country, another] = [`country:${afg}`, `country:${kaz}`];
    await one.store.set(afg, entry(1, [country]));
    await one.store.set(afgAndKaz, entry(2, [country, another]));
    await one.store.set(kaz, entry(3, [another]));
    expect(await one.store.invalidate([country])).toBe(2);
    expect([await valueIn(one, afg), await valueIn(one, afgAndKaz), await valueIn(one, kaz)]).toEqual([
      undefined,
      undefined,
      3,
    ]);
    expect(await valueIn(other, afg)).toBeUndefined();
    expect(await one.store.invalidate([`country:${newKey()}`])).toBe(0);
  });

  test("an invalidation reaches what others hold in memory, though no time goes by", async () => {
    await until("an invalidation to be heard of", async () => {
      const key = newKey();
      await one.store.set(key, entry("kept", [key]));
      expect(await valueIn(other, key)).toBe("kept");
      await one.store.invalidate([key]);
      // Another round trip, in which the announcement arrives.
      await other.store.mark([key]);
      return (await valueIn(other, key)) === undefined;
    });
  });

  test("what began to be fetched before an invalidation is not kept", async () => {
    const [key, apart] = [newKey(), newKey()];
    const tags = [`tag:${key}`];
    const before = await one.store.mark(tags);
    const mark = await one.store.mark([`tag:${apart}`]);
    await other.store.invalidate(tags);
    await one.store.set(key, entry("outdated", tags), before);
    await one.store.set(apart, entry("unconcerned", [`tag:${apart}`]), mark);
    expect(await valueIn(one, key)).toBeUndefined();
    expect(await valueIn(other, key)).toBeUndefined();
    expect(await valueIn(other, apart)).toBe("unconcerned");
    await one.store.set(key, entry("newer", tags), await one.store.mark(tags));
    expect(await valueIn(other, key)).toBe("newer");
  });

  test("a lock has one holder, and only its holder lets go of it", async () => {
    const [first, second] = [newKey(), newKey()];
    const mine = await one.store.lock([first], 30_000);
    expect([...mine.keys]).toEqual([first]);
    const theirs = await other.store.lock([first, second], 30_000);
    expect([...theirs.keys]).toEqual([second]);
    await theirs.release([first]);
    expect((await other.store.lock([first], 30_000)).keys.size).toBe(0);
    await mine.release([first]);
    expect([...(await other.store.lock([first], 30_000)).keys]).toEqual([first]);
  });

  test("a lock that is held on keeps others off, also its former holder", async () => {
    const key = newKey();
    const mine = await one.store.lock([key], 30_000);
    await mine.hold([key], 20_000);
    expect((await one.store.lock([key], 30_000)).keys.size).toBe(0);
    expect((await other.store.lock([key], 30_000)).keys.size).toBe(0);
  });

  test("of a thousand locks asked for at once, each has one holder", async () => {
    const wanted = Array.from({ length: 1000 }, newKey);
    const [mine, theirs] = await Promise.all([one.store.lock(wanted, 30_000), other.store.lock(wanted, 30_000)]);
    expect(mine.keys.size + theirs.keys.size).toBe(1000);
    expect([...mine.keys].filter((key) => theirs.keys.has(key))).toEqual([]);
  });
}
