import calculateSlot from "cluster-key-slot";
import { Cluster, Redis, type RedisOptions } from "ioredis";
import type { Logger } from "pino";
import { createLane, type Lane, type LaneFailure } from "./lane.ts";
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
  redis.on("error", (error: NodeJS.ErrnoException) => {
    if (!lost) log.warn({ reason: error.code ?? error.name }, "Redis cannot be reached; going on without it");
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
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
  };
  // Commands of one turn of the event loop travel together, in one pipeline to each server.
  const queueing = { enableOfflineQueue: false, enableAutoPipelining: true };
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
    // A master that was demoted while connected.
    reconnectOnError: ({ message }: Error) => message.startsWith("READONLY"),
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

async function pingNode(cluster: Cluster, name: string): Promise<unknown> {
  const node = cluster.nodes("all").find(({ options }) => `${options.host}:${options.port}` === name);
  // A node that is no longer of the cluster is nobody's lane any more.
  return node ? node.ping() : undefined;
}
