import type { Lane } from "./lane.ts";
import type { RedisClient } from "./redis-client.ts";

/** Sends to each server what concerns its keys. @returns by key; those of a server that did not answer are absent */
export async function perLane<T>(
  { laneOf }: RedisClient,
  keys: readonly string[],
  send: (keys: readonly string[]) => Promise<readonly T[]>,
  timeoutMs?: number,
): Promise<Map<string, T>> {
  const groups = new Map<Lane, string[]>();
  for (const key of keys) {
    const lane = laneOf(key);
    const group = groups.get(lane);
    if (group) group.push(key);
    else groups.set(lane, [key]);
  }
  const answers = new Map<string, T>();
  await Promise.all(
    [...groups].map(async ([lane, group]) => {
      const results = await lane.run(() => send(group), timeoutMs);
      results?.forEach((result, index) => {
        answers.set(group[index] ?? "", result);
      });
    }),
  );
  return answers;
}
