import { BulkheadRejectedError, bulkhead, TaskCancelledError } from "cockatiel";
import { SourceTimeout, SourceUnavailable } from "./errors.ts";
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
  const late = () => new SourceTimeout(source, "had no turn within the time of this request", { transient: false });
  return async (request) => {
    const { signal } = request;
    if (signal?.aborted) throw late();
    try {
      const turn = gate.execute(() => http(request), signal);
      return await (signal ? Promise.race([turn, rejectOnAbort(signal, late)]) : turn);
    } catch (error) {
      if (error instanceof TaskCancelledError) throw late();
      if (error instanceof BulkheadRejectedError) {
        throw new SourceUnavailable(source, "has too many calls waiting", { transient: false });
      }
      throw error;
    }
  };
}

function rejectOnAbort(signal: AbortSignal, reason: () => Error): Promise<never> {
  return new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(reason()), { once: true }));
}
