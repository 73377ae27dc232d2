import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";

/** The way to one Redis server. */
export interface Lane {
  /**
   * Sends commands and waits for their answers, `timeoutMs` at most. Undefined when the server does not answer in time,
   * refuses, or is known not to answer: then nothing is sent and nobody waits.
   */
  run<T>(send: () => Promise<T>, timeoutMs?: number): Promise<T | undefined>;
}

export type LaneFailure = "timeout" | "refused" | "skipped";

export interface LaneOptions {
  /** What the log calls the server. */
  readonly name: string;
  readonly timeoutMs: number;
  readonly ping: () => Promise<unknown>;
  /** Resolves when the first connection stands or is taking too long; rejects never. */
  readonly connected: Promise<void>;
  readonly signal: AbortSignal;
  readonly log: Logger;
  readonly onFailure: (failure: LaneFailure) => void;
}

const pingEveryMs = 250;
const pingTimeoutMs = 1000;
const late = Symbol("late");

/**
 * A breaker around one Redis server. One command that is late closes the lane for everybody, so that a server that hangs
 * costs each answer at most one time limit; pings in the background open it again.
 */
export function createLane(options: LaneOptions): Lane {
  const { name, timeoutMs: usualMs, ping, signal, log, onFailure } = options;
  let connecting: Promise<void> | undefined = options.connected.then(() => {
    connecting = undefined;
  });
  let closed = false;

  async function close(): Promise<void> {
    if (closed || signal.aborted) return;
    closed = true;
    log.warn({ server: name }, "Redis does not answer in time; going on without it");
    while (closed && !signal.aborted) {
      const answer = await inTime(ping, pingTimeoutMs).catch(() => late);
      if (answer === late) await sleep(pingEveryMs, undefined, { ref: false });
      else closed = false;
    }
    if (!signal.aborted) log.warn({ server: name }, "Redis answers again");
  }

  return {
    async run(send, timeoutMs = usualMs) {
      if (connecting) await connecting;
      if (closed) {
        onFailure("skipped");
        return undefined;
      }
      try {
        const answer = await inTime(send, timeoutMs);
        if (answer !== late) return answer;
        onFailure("timeout");
        void close();
      } catch {
        // No connection, or Redis says no (out of memory, loading, wrong type): it costs no time, and each is counted.
        onFailure("refused");
      }
      return undefined;
    },
  };
}

/** What `send` gives, or `late`. An answer that came while this process was busy is not late. */
async function inTime<T>(send: () => Promise<T>, timeoutMs: number): Promise<T | typeof late> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<typeof late>((resolve) => {
    // Timers run before the sockets are read, immediates after.
    timer = setTimeout(() => setImmediate(() => resolve(late)), timeoutMs);
    timer.unref();
  });
  try {
    return await Promise.race([send(), limit]);
  } finally {
    clearTimeout(timer);
  }
}
