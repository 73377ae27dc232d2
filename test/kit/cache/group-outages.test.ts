import { expect, onTestFinished, test } from "vitest";
import { startLoad } from "../../support/cache-load.ts";
import { figuresOver } from "../../support/cached-figures.ts";
import { freePort } from "../../support/free-port.ts";
import { startCluster, startSentinel, until } from "../../support/redis.ts";
import { connectStorage, counted, openStorage, untilRedisIsUsed } from "../../support/storage.ts";

test("a Sentinel failover fails no answer and the new master is used", async () => {
  const group = await startSentinel();
  onTestFinished(() => group.close());
  const [master, replica] = group.servers;
  const over = await connectStorage(group.url);
  const load = startLoad(over.deps, { readers: 5 });
  await master?.kill();
  await until(
    "the failover",
    async () => (await replica?.cli("info", "replication"))?.includes("role:master") ?? false,
  );
  await untilRedisIsUsed(over.store);
  await load.stop();
  expect(load.failed).toBe(0);
  // What others invalidate is heard of there too.
  const other = await connectStorage(group.url);
  await until("an invalidation to be heard of", async () => {
    const now = Date.now();
    const later = now + 600_000;
    await over.store.set("kept", { value: 1, storedAt: now, freshUntil: later, staleUntil: later, tags: ["all"] });
    await other.store.invalidate(["all"]);
    await over.store.mark(["all"]);
    return (await over.store.getMany(["kept"])).size === 0;
  });
  await Promise.all([over.close(), other.close()]);
});

test("a Cluster that is away from the start is waited for once and not by every answer", async () => {
  const over = openStorage(`redis+cluster://127.0.0.1:${await freePort()}`, { redisTimeoutMs: 100 });
  const { live, ask } = figuresOver(over);
  live.give(Object.fromEntries(Array.from({ length: 20 }, (_, index) => [String(index), index])));
  for (let index = 0; index < 20; index++) expect(await ask(String(index))).toBe(`${index} LIVE`);
  const failures = (reason: string) => counted(over.registry, "aryk_store_failures_total", { reason });
  expect(await failures("skipped")).toBeGreaterThan(20);
  expect(await failures("timeout")).toBeLessThan(10);
  await over.close();
});

test("one node of a Cluster gone costs only its own keys", async () => {
  const group = await startCluster();
  onTestFinished(() => group.close());
  const over = await connectStorage(group.url);
  const { live, ask } = figuresOver(over);
  const keys = Array.from({ length: 60 }, (_, index) => `key-${index}`);
  live.give(Object.fromEntries(keys.map((key, index) => [key, index])));
  await Promise.all(keys.map(ask));
  await until("the entries", async () => {
    const sizes = await Promise.all(group.servers.map(({ cli }) => cli("--scan", "--pattern", "aryk:v1:*")));
    return sizes.flatMap((names) => names.split("\n").filter(Boolean)).length === keys.length;
  });
  await group.servers[0]?.kill();
  const other = await connectStorage(group.url);
  const elsewhere = figuresOver(other);
  elsewhere.live.give(Object.fromEntries(keys.map((key) => [key, -1])));
  const answers = await Promise.all(keys.map(elsewhere.ask));
  const kept = answers.filter((answer) => answer?.endsWith("CACHED")).length;
  expect(kept).toBeGreaterThan(20);
  expect(answers.every((answer) => answer?.endsWith("CACHED") || answer === "-1 LIVE")).toBe(true);
  await Promise.all([over.close(), other.close()]);
});
