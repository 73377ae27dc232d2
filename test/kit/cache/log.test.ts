import { pino } from "pino";
import { Registry } from "prom-client";
import { expect, onTestFinished, test } from "vitest";
import { createCacheMetrics } from "../../../subgraphs/kit/cache/metrics.ts";
import { parseRedisUrl } from "../../../subgraphs/kit/cache/redis-url.ts";
import { createStorage } from "../../../subgraphs/kit/cache/storage.ts";
import { startRedis, until } from "../../support/redis.ts";
import { untilRedisIsUsed } from "../../support/storage.ts";

/** The storage of a process, and the lines that it logged. */
function openLogged(redisUrl: string) {
  const lines: { readonly msg: string; readonly reason?: string }[] = [];
  const log = pino({ level: "info" }, { write: (line) => void lines.push(JSON.parse(line)) });
  const metrics = createCacheMetrics(new Registry());
  const config = { redis: parseRedisUrl(redisUrl), memoryBytes: 1e6, redisTimeoutMs: 5000 };
  const storage = createStorage(config, { clock: Date.now, log, metrics });
  onTestFinished(() => storage.close());
  return { storage, lines };
}

const until2100 = Date.UTC(2100, 0);
const entry = { value: 1, storedAt: 0, freshUntil: until2100, staleUntil: until2100 };

test("what Redis refuses is told in its own words, and once for many", async () => {
  const full = await startRedis({ args: ["--maxmemory", "1"] });
  onTestFinished(() => full.close());
  const { storage, lines } = openLogged(full.url);
  await untilRedisIsUsed(storage.store);
  for (let index = 0; index < 20; index++) await storage.store.set(`key-${index}`, entry);
  expect(lines).toEqual([
    expect.objectContaining({
      msg: "Redis refuses commands; going on without what it would have kept",
      reason: expect.stringMatching(/^OOM /),
    }),
  ]);
});

test.each([
  ["a wrong password", ":hunter2@", "", /^WRONGPASS /],
  ["no password where one is wanted", "", "", /^NOAUTH /],
  ["a database that is not there", ":right@", "/99", /DB index is out of range/],
])("%s is told as such, without the password", async (_what, login, path, reason) => {
  const locked = await startRedis({ args: ["--requirepass", "right"] });
  onTestFinished(() => locked.close());
  const { lines } = openLogged(`redis://${login}127.0.0.1:${locked.port}${path}`);
  await until("the line", () => lines.length > 0);
  expect(lines[0]).toMatchObject({
    msg: "Redis cannot be reached; going on without it",
    reason: expect.stringMatching(reason),
  });
  expect(JSON.stringify(lines)).not.toMatch(/hunter2|right/);
});
