import type { Lane } from "./lane.ts";
import type { RedisClient } from "./redis-client.ts";

/** Sends to each server what concerns its keys. @returns by key; those of a server that did not answer are absent */
export async function perLane<T>(
  { laneOf, oneServer }: RedisClient,
  keys: readonly string[],
  send: (keys: readonly string[]) => Promise<readonly T[]>,
  timeoutMs?: number,
): Promise<Map<string, T>> {
  const answers = new Map<string, T>();
  async function sendTo(lane: Lane, group: readonly string[]): Promise<void> {
    const results = await lane.run(() => send(group), timeoutMs);
    results?.forEach((result, index) => {
      answers.set(group[index] ?? "", result);
    });
  }
  const groups = oneServer ? allOf(keys, laneOf) : byLane(keys, laneOf);
  await Promise.all(groups.map(([lane, group]) => sendTo(lane, group)));
  return answers;
}

type Group = readonly [Lane, readonly string[]];

function allOf(keys: readonly string[], laneOf: RedisClient["laneOf"]): Group[] {
  const [first] = keys;
  return first === undefined ? [] : [[laneOf(first), keys]];
}

function byLane(keys: readonly string[], laneOf: RedisClient["laneOf"]): Group[] {
  const groups = new Map<Lane, string[]>();
  for (const key of keys) {
    const lane = laneOf(key);
    const group = groups.get(lane);
    if (group) group.push(key);
    else groups.set(lane, [key]);
  }
  return [...groups];
}
