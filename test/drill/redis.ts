import { setTimeout as sleep } from "node:timers/promises";
import { type Load, percentile, startLoad } from "../support/cache-load.ts";
import { type RedisServer, startRedis } from "../support/redis.ts";
import { connectStorage } from "../support/storage.ts";

const seconds = 30;

/** Thirty seconds of load each: Redis killed and started again three times, then hung for a second three times. */
export async function drillRedis(): Promise<void> {
  const killed = await underLoad(async (redis) => {
    await redis.kill();
    await sleep(1000);
    await redis.restart();
  });
  report("Redis killed and started again empty, 3 times", killed);
  const paused = await underLoad(async (redis) => {
    redis.pause();
    await sleep(1000);
    redis.resume();
  });
  report("Redis hung for a second, 3 times", paused);
  if (killed.failed + paused.failed > 0) process.exitCode = 1;
}

async function underLoad(strike: (redis: RedisServer) => Promise<void>): Promise<Load> {
  const redis = await startRedis();
  const storage = await connectStorage(redis.url, { redisTimeoutMs: 100 });
  const load = startLoad(storage.deps, { readers: 10 });
  const endsAt = performance.now() + seconds * 1000;
  for (let strikes = 0; strikes < 3; strikes++) {
    await sleep((seconds * 1000) / 5);
    await strike(redis);
  }
  await sleep(Math.max(0, endsAt - performance.now()));
  await load.stop();
  await storage.close();
  await redis.close();
  return load;
}

function report(what: string, load: Load): void {
  const times = load.sortedMs();
  const ms = (share: number) => percentile(times, share).toFixed(1);
  process.stdout.write(
    `${what}, ${seconds} s of load: ${load.answers} answers, ${load.failed} failed, p50 ${ms(0.5)} ms, p99 ${ms(0.99)} ms, slowest ${ms(1)} ms\n`,
  );
}
