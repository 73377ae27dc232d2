import { expect, onTestFinished, test } from "vitest";
import { type CachedFigures, figuresOver, openOverRedis } from "../../support/cached-figures.ts";
import { startRedis, until } from "../../support/redis.ts";
import { connectStorage, counted, type TestStorage, untilRedisIsUsed } from "../../support/storage.ts";

test("a full Redis keeps nothing, and what was fetched is neither called stale nor fetched again for it", async () => {
  const { redis, storage } = await openOverRedis();
  await redis.cli("config", "set", "maxmemory", "1");
  await expectKeptAlone(storage, figuresOver(storage));
});

test("the same goes for a replica that cannot be written to, which is not connected to again and again", async () => {
  const replica = await startRedis({ args: ["--replicaof", "127.0.0.1 1"] });
  onTestFinished(() => replica.close());
  const over = await connectStorage(replica.url);
  const figures = figuresOver(over);
  for (let round = 0; round < 10; round++) {
    figures.live.give({ [`key-${round}`]: round });
    expect(await figures.ask(`key-${round}`)).toBe(`${round} LIVE`);
    await untilRedisIsUsed(over.store);
  }
  const connections = /total_connections_received:(\d+)/.exec(await replica.cli("info", "stats"))?.[1];
  // Some are made by this test itself.
  expect(Number(connections)).toBeLessThan(10);
  await expectKeptAlone(over, figures);
  await over.close();
});

/** Expects of a figure that Redis does not take that the process keeps it by itself. */
async function expectKeptAlone({ registry }: TestStorage, { live, ask }: CachedFigures): Promise<void> {
  live.give({ a: 1 });
  expect(await ask("a")).toBe("1 LIVE");
  await until(
    "the refusal",
    async () => (await counted(registry, "aryk_store_failures_total", { reason: "refused" })) > 0,
  );
  const asked = live.calls.length;
  await until("the end of the fetch", async () => (await ask("a")) !== undefined && isLookedUp());
  for (let again = 0; again < 5; again++) expect(await ask("a")).toBe("1 CACHED");
  expect(live.calls.length).toBe(asked);

  /** Asked while the fetch is being written, it would be joined instead. */
  async function isLookedUp(): Promise<boolean> {
    return (await counted(registry, "aryk_cache_reads_total", { result: "fresh" })) > 0;
  }
}
