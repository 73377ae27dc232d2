import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createInterface, type Interface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { type RedisServer, startRedis, until } from "../../support/redis.ts";
import { connectStorage } from "../../support/storage.ts";

interface Asker {
  readonly child: ChildProcess;
  ask(keys: readonly string[], times: number): Promise<{ answers: number; figures: number[]; live: number }>;
}

let redis: RedisServer;
let askers: Asker[];
const calls: string[] = [];
const upstream = createServer(async (request, response) => {
  const keys = (new URL(request.url ?? "", "http://localhost").searchParams.get("keys") ?? "").split(",");
  calls.push(...keys);
  await sleep(300);
  response.end(JSON.stringify(Object.fromEntries(keys.map((key) => [key, key.length]))));
});

beforeAll(async () => {
  redis = await startRedis();
  upstream.listen(0, "127.0.0.1");
  await once(upstream, "listening");
  const { port } = upstream.address() as AddressInfo;
  askers = await Promise.all([1, 2, 3].map(() => startAsker(`http://127.0.0.1:${port}`)));
});
afterAll(async () => {
  for (const { child } of askers) child.kill("SIGKILL");
  upstream.close();
  await redis.close();
});

async function startAsker(upstreamUrl: string): Promise<Asker> {
  const child = spawn(process.execPath, ["--import", "tsx", "test/support/cache-asker.ts", redis.url, upstreamUrl], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines: Interface = createInterface({ input: child.stdout });
  await once(lines, "line");
  return {
    child,
    async ask(keys, times) {
      child.stdin.write(`${JSON.stringify({ keys, times })}\n`);
      const [line] = await once(lines, "line");
      return JSON.parse(line);
    },
  };
}

test("500 concurrent asks for one cold key from 3 processes are 1 upstream call", async () => {
  const asked = [167, 167, 166];
  const results = await Promise.all(askers.map((asker, index) => asker.ask(["cold"], asked[index] ?? 0)));
  process.stdout.write(`cold key: ${asked.reduce((a, b) => a + b)} asks, 3 processes, ${calls.length} upstream call\n`);
  expect(calls).toEqual(["cold"]);
  expect(results.map(({ answers }) => answers)).toEqual(asked);
  expect(results.flatMap(({ figures }) => figures)).toEqual(Array(500).fill(4));
  expect(results.reduce((sum, { live }) => sum + live, 0)).toBe(1);
});

test("batches that overlap ask for each key once", async () => {
  calls.length = 0;
  const batches = [
    ["p", "qq", "rrr"],
    ["qq", "rrr", "ssss"],
    ["rrr", "ssss", "p"],
  ];
  const results = await Promise.all(askers.map((asker, index) => asker.ask(batches[index] ?? [], 1)));
  expect(calls.toSorted()).toEqual(["p", "qq", "rrr", "ssss"]);
  expect(results.map(({ figures }) => figures)).toEqual([
    [1, 2, 3],
    [2, 3, 4],
    [3, 4, 1],
  ]);
});

test("what one process invalidates, another no longer serves from its memory", async () => {
  calls.length = 0;
  const [holder] = askers as [Asker];
  const here = await connectStorage(redis.url);
  onTestFinished(() => here.close());
  expect(await holder.ask(["held"], 1)).toMatchObject({ live: 1 });
  expect(await holder.ask(["held"], 2)).toMatchObject({ live: 0, figures: [4, 4] });
  const invalidatedAt = performance.now();
  await here.store.invalidate(["source:ACROSS"]);
  await until("the next call", async () => (await holder.ask(["held"], 1)).live === 1);
  // Unheard of, it would be found out after five seconds.
  expect(performance.now() - invalidatedAt).toBeLessThan(4_000);
  expect(calls).toEqual(["held", "held"]);
});

test("a process that dies while it fetches keeps the others waiting only until its lock runs out", async () => {
  calls.length = 0;
  const [doomed, next] = askers as [Asker, Asker];
  void doomed.ask(["orphan"], 1).catch(() => undefined);
  while (calls.length === 0) await sleep(5);
  doomed.child.kill("SIGKILL");
  expect(await next.ask(["orphan"], 1)).toMatchObject({ figures: [6] });
  expect(calls).toEqual(["orphan", "orphan"]);
});
