import { BulkheadRejectedError, bulkhead, TaskCancelledError } from "cockatiel";
import { outOfTime, SourceUnavailable } from "./errors.ts";
import type { Http } from "./http.ts";

export interface LimitOptions {
  readonly source: string;
  /** Calls under way at the same time. */
  readonly concurrency: number;
  /** Calls that may wait for their turn. */
  readonly queue: number;
}

/** Lets a few calls through at a time; the others wait their turn, for as long as whoever asked does. */
export function withLimit(http: Http, { source, concurrency, queue }: LimitOptions): Http {
  const gate = bulkhead(concurrency, queue);
  return async (request) => {
    const { signal } = request;
    if (signal?.aborted) throw outOfTime(source);
    try {
      const turn = gate.execute(() => http(request), signal);
      return await (signal ? Promise.race([turn, rejectOnAbort(signal, source)]) : turn);
    } catch (error) {
      if (error instanceof TaskCancelledError) throw outOfTime(source);
      if (error instanceof BulkheadRejectedError) {
        throw new SourceUnavailable(source, "has too many calls waiting", { transient: false });
      }
      throw error;
    }
  };
}

function rejectOnAbort(signal: AbortSignal, source: string): Promise<never> {
  return new Promise((_resolve, reject) =>
    signal.addEventListener("abort", () => reject(outOfTime(source)), { once: true }),
  );
}
