import calculateSlot from "cluster-key-slot";
import { Cluster, Redis, type RedisOptions } from "ioredis";
import type { Logger } from "pino";
import { createLane, type Lane, type LaneFailure } from "./lane.ts";
import { reasonOf } from "./redis-reason.ts";
import type { RedisAddress } from "./redis-url.ts";

export interface RedisClient {
  readonly redis: Redis | Cluster;
  /** Whether one command may name keys of different slots. */
  readonly oneServer: boolean;
  /** How long a command that an answer waits for may take. */
  readonly timeoutMs: number;
  /** The way to the server that holds a key. */
  laneOf(key: string): Lane;
  close(): void;
}

export interface RedisClientOptions {
  /** How long a command that an answer waits for may take. */
  readonly timeoutMs: number;
  readonly log: Logger;
  readonly onFailure: (failure: LaneFailure) => void;
}

const longestRetryMs = 1000;
/** A connection on which nothing came for so long after a command is given up, and made anew. */
const silenceMs = 3000;
/** A connection on which writes are refused is made anew no more often than that. */
const reconnectEveryMs = 5000;
/** A connection that is idle for so long is probed, so that nothing on the way forgets it. */
const keepAliveMs = 30_000;
const retryStrategy = (attempt: number) => Math.min(25 * 2 ** Math.min(attempt, 10), longestRetryMs);

/** Connects in the background, and again whenever the connection breaks. Commands without a connection fail at once. */
export function openRedis(address: RedisAddress, { timeoutMs, log, onFailure }: RedisClientOptions): RedisClient {
  const redis = connect(address);
  const ended = new AbortController();
  const connected = new Promise<void>((resolve) => {
    redis.once("ready", resolve);
    setTimeout(resolve, timeoutMs).unref();
  });
  const lanes = new Map<string, Lane>();
  let lost = false;
  redis.on("ready", () => {
    if (lost) log.warn("Redis is connected again");
    lost = false;
  });
  // Each failed attempt is an event; one line for all of them is enough.
  redis.on("error", (error: unknown) => {
    if (!lost) log.warn({ reason: reasonOf(error) }, "Redis cannot be reached; going on without it");
    lost = true;
  });

  function laneTo(name: string, ping: () => Promise<unknown>): Lane {
    const lane =
      lanes.get(name) ?? createLane({ name, ping, timeoutMs, connected, signal: ended.signal, log, onFailure });
    lanes.set(name, lane);
    return lane;
  }

  return {
    redis,
    oneServer: !(redis instanceof Cluster),
    timeoutMs,
    laneOf(key) {
      if (!(redis instanceof Cluster)) return laneTo("redis", () => redis.ping());
      const [name = "unknown"] = redis.slots[calculateSlot(key)] ?? [];
      return laneTo(name, () => pingNode(redis, name));
    },
    close() {
      ended.abort();
      redis.disconnect();
    },
  };
}

function connect(address: RedisAddress): Redis | Cluster {
  const { username, password } = address;
  const common: RedisOptions = {
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    connectTimeout: longestRetryMs,
    socketTimeout: silenceMs,
    keepAlive: keepAliveMs,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
  };
  // Commands of one turn of the event loop travel together, in one pipeline to each server. A pipeline waits until the last
  // one is answered: values are read past it.
  const queueing = { enableOfflineQueue: false, enableAutoPipelining: true, autoPipeliningIgnoredCommands: ["mget"] };
  if (address.kind === "cluster") {
    return new Cluster([...address.nodes], {
      ...queueing,
      redisOptions: common,
      clusterRetryStrategy: retryStrategy,
      maxRedirections: 3,
      retryDelayOnFailover: 50,
      retryDelayOnClusterDown: 50,
    });
  }
  const reconnecting = {
    ...common,
    ...queueing,
    db: address.db,
    retryStrategy,
    reconnectOnError: createReconnecting(),
  };
  if (address.kind === "single") {
    const { host, port, tls } = address;
    return new Redis({ ...reconnecting, host, port, ...(tls && { tls: {} }) });
  }
  return new Redis({
    ...reconnecting,
    sentinels: [...address.sentinels],
    name: address.master,
    sentinelRetryStrategy: retryStrategy,
  });
}

/** Another connection may lead to the new master when this one was demoted; to a replica that was named as such it does not. */
function createReconnecting(): (error: Error) => boolean {
  let lastAt = Number.NEGATIVE_INFINITY;
  return ({ message }) => {
    const now = performance.now();
    if (!message.startsWith("READONLY") || now - lastAt < reconnectEveryMs) return false;
    lastAt = now;
    return true;
  };
}

async function pingNode(cluster: Cluster, name: string): Promise<unknown> {
  const node = cluster.nodes("all").find(({ options }) => `${options.host}:${options.port}` === name);
  if (node) return node.ping();
  if (cluster.slots.length === 0) throw new Error("The cluster was not reached yet");
  // A node that is no longer of the cluster is nobody's lane any more.
  return undefined;
}
