import type { Counters } from "./counters.ts";
import type { RedisClient } from "./redis-client.ts";
import { createWindows } from "./windows.ts";

/** Long enough for replicas whose clocks differ to find the window of each other. */
const slackMs = 60_000;

const addScript = `
local sum = redis.call('INCRBYFLOAT', KEYS[1], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return sum`;

/**
 * Counts in Redis. What was counted here while Redis was away is added when it is back; until then the sum is the last
 * one known and what came here since.
 */
export function createRedisCounters({ redis, laneOf }: RedisClient, clock: () => number): Counters {
  const windows = createWindows(clock, () => ({ known: 0, unsent: 0 }));
  return {
    async add(key, amount, windowMs) {
      const { startsAt, state } = windows.current(key, windowMs);
      const name = `aryk:count:${windowMs}:${startsAt}:${key}`;
      const sent = state.unsent + amount;
      state.unsent = 0;
      const answer = await laneOf(name).run(
        () => redis.eval(addScript, 1, name, sent, windowMs + slackMs) as Promise<string>,
      );
      if (answer !== undefined) {
        state.known = Number(answer);
        return state.known + state.unsent;
      }
      state.unsent += sent;
      return state.known + state.unsent;
    },
  };
}
