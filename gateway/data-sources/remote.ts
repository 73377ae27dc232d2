import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "pino";
import { Agent } from "undici";
import type { DataSource } from "./data-source.ts";
import { createExchange } from "./exchange.ts";
import { createHttpDataSource } from "./http.ts";
import { withBreaker, withRetry, withSharing, withStatuses } from "./resilience.ts";

/** How subgraphs elsewhere are called. */
export interface RemoteSettings {
  /** How long a call may take in all, its retries included, for a subgraph of this name. */
  readonly timeoutMs: (name: string) => number;
  /** Connections kept to one subgraph at most. */
  readonly connections: number;
  /** Attempts for a query, the first one included. */
  readonly attempts: number;
  /** Largest answer of a subgraph. */
  readonly maxBytes: number;
  /** From this size on calls are compressed; undefined for never. */
  readonly compressFromBytes: number | undefined;
  /** Names, in lower case, of the client's headers that subgraphs are told. */
  readonly forwardedHeaders: readonly string[];
}

export interface RemoteSubgraphs {
  /** The subgraph behind a URL; the same one, with its breaker, for the same name and URL. */
  at(name: string, url: string): DataSource;
  close(): Promise<void>;
}

const breaker = { failures: 10, firstPauseMs: 500, longestPauseMs: 15_000 };
const firstWaitMs = 50;
const connectTimeoutMs = 5_000;

export function createRemoteSubgraphs(settings: RemoteSettings, log: Logger): RemoteSubgraphs {
  const { connections, maxBytes, attempts, timeoutMs, compressFromBytes, forwardedHeaders } = settings;
  const clock = Date.now;
  const dispatcher = new Agent({
    connections,
    connect: { timeout: connectTimeoutMs },
    // Deadlines are kept per call.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const known = new Map<string, DataSource>();

  function open(name: string, url: string): DataSource {
    const guarded = withBreaker(withStatuses(createExchange({ dispatcher, maxBytes, clock })), {
      ...breaker,
      onChange: (isOpen) =>
        log.warn({ subgraph: name, isOpen }, isOpen ? "A subgraph is left alone" : "A subgraph is back"),
    });
    const query = withSharing(withRetry(guarded, { attempts, firstWaitMs, random: Math.random, clock, wait }));
    return createHttpDataSource({
      name,
      url,
      query,
      mutate: guarded,
      timeoutMs: timeoutMs(name),
      compressFromBytes,
      forwardedHeaders,
      clock,
    });
  }

  return {
    at(name, url) {
      const key = `${name} ${url}`;
      const source = known.get(key) ?? open(name, url);
      known.set(key, source);
      return source;
    },
    close: () => dispatcher.destroy(),
  };
}
