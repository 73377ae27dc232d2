import { setTimeout as after } from "node:timers/promises";

/** Waits; rejects at once when the signal aborts. */
export type Delay = (ms: number, signal: AbortSignal | undefined) => Promise<void>;

/** The real one: it does not keep the process running. */
export const delay: Delay = (ms, signal) => after(ms, undefined, { ref: false, ...(signal && { signal }) });
