import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Redis } from "ioredis";
import { cacheKey } from "../../subgraphs/kit/cache/key.ts";
import type { Entry, Store } from "../../subgraphs/kit/cache/store.ts";
import { percentile } from "../support/cache-load.ts";
import { startRedis } from "../support/redis.ts";
import { connectStorage, openStorage } from "../support/storage.ts";

const keys = Array.from({ length: 2000 }, (_, args) =>
  cacheKey({ version: 1, source: "BENCH", operation: "series", args }),
);
const rounds = 9;
const readsPerRound = 1500;
const concurrency = 50;
const batch = 100;

interface Figures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

type Read = (turn: number) => Promise<unknown>;

/** Reads of the cache against a bare client in the same run, turn about, so that both see the same machine. */
export async function benchCache(): Promise<void> {
  const redis = await startRedis();
  const bare = new Redis(redis.port);
  const storage = await connectStorage(redis.url, { memoryBytes: 128 * 1024 * 1024 });
  // Another process, whose memory keeps nothing: each of its reads is one of Redis, parsed.
  const elsewhere = await connectStorage(redis.url, { memoryBytes: 1 });
  const { store } = storage;
  for (const years of [5, 34, 200]) {
    await Promise.all(keys.map((key, index) => store.set(key, entry(index, years))));
    await Promise.all(keys.map((key, index) => bare.set(`json:${key}`, JSON.stringify(entry(index, years)))));
    const one = (turn: number) => keys[turn % keys.length] ?? "";
    const many = (turn: number) => Array.from({ length: batch }, (_, index) => one(turn * batch + index));
    const stored = (await bare.getBuffer(one(0)))?.length ?? 0;
    const inRedis = await bare.memory("USAGE", one(0));
    print(
      `\nA series of ${years} years: ${jsonBytes(years)} bytes of JSON, ${stored} stored, ${inRedis} in Redis with its key, ${await heapBytes(years)} in the memory tier`,
    );

    const memory = await measure((turn) => store.getMany([one(turn)]));
    const [get, parsed, l2] = await inTurn(
      (turn) => bare.getBuffer(one(turn)),
      async (turn) => JSON.parse((await bare.get(`json:${one(turn)}`)) ?? ""),
      (turn) => elsewhere.store.getMany([one(turn)]),
    );
    const [mget, mgetParsed, l2Batch] = await inTurn(
      (turn) => bare.mgetBuffer(many(turn)),
      async (turn) => (await bare.mget(many(turn).map((key) => `json:${key}`))).map((text) => JSON.parse(text ?? "")),
      (turn) => elsewhere.store.getMany(many(turn)),
      readsPerRound / 10,
    );
    report("L1 read", memory);
    report("bare GET", get);
    report("GET and JSON.parse", parsed, get);
    report("L2 read", l2, get);
    report(`bare MGET of ${batch}`, mget);
    report("MGET and JSON.parse", mgetParsed, mget);
    report(`L2 read of ${batch}`, l2Batch, mget);
  }
  bare.disconnect();
  await Promise.all([storage.close(), elsewhere.close()]);
  await redis.close();
}

type Three<T> = readonly [T, T, T];

async function inTurn(a: Read, b: Read, c: Read, reads = readsPerRound): Promise<Three<Figures>> {
  const figures: Three<Figures[]> = [[], [], []];
  for (let round = 0; round < rounds; round++) {
    figures[0].push(await measure(a, reads));
    figures[1].push(await measure(b, reads));
    figures[2].push(await measure(c, reads));
  }
  return [median(figures[0]), median(figures[1]), median(figures[2])];
}

/** Times single reads one after the other, then how many come through with fifty at once. */
async function measure(read: Read, reads = readsPerRound): Promise<Figures> {
  const times = new Float64Array(reads);
  for (let turn = 0; turn < reads; turn++) {
    const askedAt = performance.now();
    await read(turn);
    times[turn] = performance.now() - askedAt;
  }
  times.sort();
  let turn = 0;
  const startedAt = performance.now();
  const worker = async () => {
    while (turn < reads) await read(turn++);
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  const perSecond = reads / ((performance.now() - startedAt) / 1000);
  return { perSecond, p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

function median(figures: readonly Figures[]): Figures {
  const middle = (of: (each: Figures) => number) =>
    figures.map(of).sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;
  return { perSecond: middle((f) => f.perSecond), p50: middle((f) => f.p50), p99: middle((f) => f.p99) };
}

function report(what: string, { perSecond, p50, p99 }: Figures, limit?: Figures): void {
  const us = (ms: number) => `${(ms * 1000).toFixed(0)} us`;
  const ratio = limit
    ? `, ${(p50 / limit.p50).toFixed(2)} times the bare one (${(limit.perSecond / perSecond).toFixed(2)} at ${concurrency} at once)`
    : "";
  print(`  ${what.padEnd(19)} ${perSecond.toFixed(0).padStart(8)} per second, p50 ${us(p50)}, p99 ${us(p99)}${ratio}`);
}

function entry(index: number, years: number): Entry {
  const now = Date.now();
  const data = Array.from({ length: years }, (_, year) => ({
    year: 1990 + year,
    value: Math.round(Math.sin(index + year) * 1e8) / 1e4,
    nature: "REPORTED",
    note: null,
  }));
  const reading = { data, source: "BENCH", retrievedAt: "2026-11-24T00:00:00.000Z", vintage: "2026-07" };
  const value = { kind: "reading", reading };
  return {
    value,
    storedAt: now,
    freshUntil: now + 3_600_000,
    staleUntil: now + 7_200_000,
    costMs: 900,
    tags: ["source:BENCH"],
  };
}

function jsonBytes(years: number): number {
  return JSON.stringify(entry(0, years).value).length;
}

/** What one entry takes on the heap of a process that holds it, measured over many. */
async function heapBytes(years: number): Promise<number> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const { store }: { store: Store } = openStorage(undefined, { memoryBytes: 256 * 1024 * 1024 });
  collect();
  const before = process.memoryUsage().heapUsed;
  // As they come from Redis: parsed.
  for (const [index, key] of keys.entries()) await store.set(key, JSON.parse(JSON.stringify(entry(index, years))));
  collect();
  const bytes = (process.memoryUsage().heapUsed - before) / keys.length;
  await store.close();
  return Math.round(bytes);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
