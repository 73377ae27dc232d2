import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { isReply, reasonOf } from "./redis-reason.ts";

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
const tellEveryMs = 60_000;
const late = Symbol("late");

/**
 * A breaker around one Redis server. When a command is late and no other was answered meanwhile, the lane is closed for
 * everybody, also for those who wait: a server that hangs costs an answer one time limit, however many commands it
 * needs. Pings in the background open it again.
 */
export function createLane(options: LaneOptions): Lane {
  const { name, timeoutMs: usualMs, ping, signal, log, onFailure } = options;
  const waiting = new Set<() => void>();
  let connecting: Promise<void> | undefined = options.connected.then(() => {
    connecting = undefined;
  });
  let closed = false;
  let answeredAt = Number.NEGATIVE_INFINITY;
  let toldAt = Number.NEGATIVE_INFINITY;

  /** What `send` gives, or `late`. An answer that came while this process was busy is not late. */
  function inTime<T>(send: () => Promise<T>, timeoutMs: number): Promise<T | typeof late> {
    return new Promise((resolve, reject) => {
      const giveUp = () => end(() => resolve(late));
      // Timers run before the sockets are read, immediates after.
      const timer = setTimeout(() => setImmediate(giveUp), timeoutMs);
      timer.unref();
      waiting.add(giveUp);
      const end = (settle: () => void) => {
        clearTimeout(timer);
        waiting.delete(giveUp);
        settle();
      };
      send().then(
        (answer) => end(() => resolve(answer)),
        (error) => end(() => reject(error)),
      );
    });
  }

  async function close(): Promise<void> {
    if (closed || signal.aborted) return;
    closed = true;
    for (const giveUp of [...waiting]) giveUp();
    log.warn({ server: name }, "Redis does not answer in time; going on without it");
    while (closed && !signal.aborted) {
      const answer = await inTime(ping, pingTimeoutMs).catch(() => late);
      if (answer === late) await sleep(pingEveryMs, undefined, { ref: false });
      else closed = false;
    }
    if (!signal.aborted) log.warn({ server: name }, "Redis answers again");
  }

  /** Redis is there and says no: nothing else would tell the operator. */
  function tell(error: unknown): void {
    const now = performance.now();
    if (!isReply(error) || now - toldAt < tellEveryMs) return;
    toldAt = now;
    log.warn(
      { server: name, reason: reasonOf(error) },
      "Redis refuses commands; going on without what it would have kept",
    );
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
        if (answer !== late) {
          answeredAt = performance.now();
          return answer;
        }
        onFailure("timeout");
        if (performance.now() - answeredAt > usualMs) void close();
      } catch (error) {
        // No connection, or Redis says no (out of memory, loading, wrong type): it costs no time, and each is counted.
        onFailure("refused");
        tell(error);
      }
      return undefined;
    },
  };
}
