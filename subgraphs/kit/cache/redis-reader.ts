import { perLane } from "./per-lane.ts";
import type { RedisClient } from "./redis-client.ts";

/** What Redis holds under a key: null for nothing, undefined where its server did not answer. */
export type Stored = Buffer | null | undefined;

/** Reads values, in the order of their keys; never rejects. */
export type RedisReader = (keys: readonly string[]) => Promise<readonly Stored[]>;

interface Round {
  readonly keys: string[];
  readonly values: Promise<readonly Stored[]>;
}

/** One command for more would keep a server from everybody else for long. */
const mostTogether = 1000;

/** What is asked for in one turn of the event loop is read together, by one command where there is one server. */
export function createRedisReader(client: RedisClient): RedisReader {
  const { redis, laneOf, oneServer } = client;
  let gathering: Round | undefined;

  async function readAll(keys: string[]): Promise<readonly Stored[]> {
    const [first = ""] = keys;
    if (oneServer) return (await laneOf(first).run(() => redis.mgetBuffer(keys))) ?? keys.map(() => undefined);
    const values = await perLane(client, keys, readEach);
    return keys.map((key) => values.get(key));
  }

  /** A key of another type costs only itself. */
  async function readEach(keys: readonly string[]): Promise<Stored[]> {
    const answers = await Promise.allSettled(keys.map((key) => redis.getBuffer(key)));
    if (answers.every(({ status }) => status === "rejected")) throw new Error("No key could be read");
    return answers.map((answer) => (answer.status === "fulfilled" ? answer.value : undefined));
  }

  function startRound(): Round {
    const keys: string[] = [];
    const endOfTurn = new Promise<void>((resolve) => process.nextTick(resolve));
    const round = {
      keys,
      values: endOfTurn.then(() => {
        if (gathering === round) gathering = undefined;
        return readAll(keys);
      }),
    };
    return round;
  }

  return async (keys) => {
    if (!gathering || gathering.keys.length + keys.length > mostTogether) gathering = startRound();
    const { keys: together, values } = gathering;
    const from = together.length;
    for (const key of keys) together.push(key);
    return (await values).slice(from, from + keys.length);
  };
}
