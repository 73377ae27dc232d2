/**
 * A process of its own for tests across processes: says "ready", and for each line of JSON on its input asks a cached
 * source that asks the upstream over HTTP, then prints what came, as one line of JSON.
 */
import { createInterface } from "node:readline";
import { cached } from "../../subgraphs/kit/cache/cached.ts";
import { connectStorage } from "./storage.ts";

const [, , redisUrl = "", upstreamUrl = ""] = process.argv;
const { deps, close } = await connectStorage(redisUrl);
const source = cached<string, number>(
  {
    id: "ACROSS",
    async fetch(keys) {
      const response = await fetch(`${upstreamUrl}?keys=${keys.join(",")}`);
      const figures = (await response.json()) as Record<string, number>;
      const retrievedAt = new Date().toISOString();
      return new Map(
        Object.entries(figures).map(([key, data]) => [
          key,
          { data, source: "ACROSS", freshness: "LIVE" as const, retrievedAt, vintage: null },
        ]),
      );
    },
  },
  {
    ...deps,
    operation: "figures",
    keyOf: (key) => key,
    policy: { version: 1, freshSeconds: 600, staleSeconds: 600, negativeSeconds: 60, fetchTimeoutMs: 1500 },
  },
);

process.stdout.write("ready\n");
for await (const line of createInterface({ input: process.stdin })) {
  const { keys, times } = JSON.parse(line) as { keys: string[]; times: number };
  const answers = await Promise.all(Array.from({ length: times }, () => source.fetch(keys)));
  const figures = answers.flatMap((readings) => [...readings.values()].map(({ data }) => data));
  const live = answers.filter((readings) =>
    [...readings.values()].some(({ freshness }) => freshness === "LIVE"),
  ).length;
  process.stdout.write(`${JSON.stringify({ answers: answers.length, figures, live })}\n`);
}
await close();
