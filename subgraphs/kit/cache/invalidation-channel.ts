import { randomUUID } from "node:crypto";
import { Cluster, type Redis } from "ioredis";
import { z } from "zod";
import type { RedisClient } from "./redis-client.ts";

export interface InvalidationChannel {
  /** Tells every other process that shares the Redis, if it can; never rejects. */
  announce(tags: readonly string[]): Promise<void>;
  close(): void;
}

const channel = "aryk:invalidations";
const retryMs = 250;
const announcement = z.object({ from: z.string(), tags: z.array(z.string()) });

/**
 * Hears of the invalidations of other processes, on a connection of its own. One that is not heard of, because that
 * connection was lost or is being made anew, is no more than late: see `recheckAfterMs` of the tiered store.
 */
export function openInvalidationChannel(
  { redis, laneOf }: RedisClient,
  onInvalidated: (tags: readonly string[]) => void,
): InvalidationChannel {
  const self = randomUUID();
  let ear: Redis | undefined;
  let closed = false;

  function hear(text: string): void {
    const { data } = announcement.safeParse(parseJson(text));
    if (data && data.from !== self) onInvalidated(data.tags);
  }

  /** In a Cluster any node hears what is said at any other. */
  function listen(): void {
    if (closed) return;
    const node = redis instanceof Cluster ? anyOf(redis.nodes("master")) : redis;
    if (!node) {
      later();
      return;
    }
    const own = node.duplicate({ enableAutoPipelining: false, lazyConnect: false, retryStrategy: () => null });
    ear = own;
    // That Redis cannot be reached is told once, by the client.
    own.on("error", () => undefined);
    own.on("message", (_channel, text) => hear(text));
    own.once("ready", () => own.subscribe(channel).catch(() => own.disconnect()));
    // Another one, because it may have to be to another server.
    own.once("end", later);
  }

  function later(): void {
    setTimeout(listen, retryMs).unref();
  }

  listen();
  return {
    async announce(tags) {
      await laneOf(channel).run(() => redis.publish(channel, JSON.stringify({ from: self, tags })));
    },
    close() {
      closed = true;
      ear?.disconnect();
    },
  };
}

function anyOf(nodes: readonly Redis[]): Redis | undefined {
  return nodes[Math.floor(Math.random() * nodes.length)];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
