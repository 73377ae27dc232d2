import { setTimeout as after } from "node:timers/promises";

/** Waits; rejects at once when the signal aborts. */
export type Delay = (ms: number, signal: AbortSignal | undefined) => Promise<void>;

export const delay: Delay = (ms, signal) => after(ms, undefined, signal && { signal });
