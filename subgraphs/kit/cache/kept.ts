import { type ErrorCode, errorTable } from "../errors.ts";
import { SourceError } from "../source/errors.ts";
import type { Reading } from "../source/source.ts";
import type { Entry } from "./store.ts";

/** What an entry holds: a reading, that the source has none, or that it failed a moment ago. */
export type Kept<T> =
  | { readonly kind: "reading"; readonly reading: Omit<Reading<T>, "freshness"> }
  | { readonly kind: "nothing" }
  | { readonly kind: "failure"; readonly code: ErrorCode; readonly what: string; readonly status?: number };

/** What a fetch gave for a key. */
export type Outcome<T> =
  | { readonly kind: "reading"; readonly reading: Reading<T> }
  | { readonly kind: "nothing" }
  | { readonly kind: "failed"; readonly error: Error };

/** What an entry says, or undefined when it was written by something else. */
export function parseKept<T>({ value }: Entry): Kept<T> | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const kept = value as Partial<Record<string, unknown>>;
  if (kept["kind"] === "nothing") return { kind: "nothing" };
  if (kept["kind"] === "failure" && isErrorCode(kept["code"])) {
    const status = kept["status"];
    return {
      kind: "failure",
      code: kept["code"],
      what: String(kept["what"]),
      ...(typeof status === "number" && { status }),
    };
  }
  const reading = kept["reading"] as Partial<Reading<T>> | undefined;
  if (kept["kind"] !== "reading" || typeof reading !== "object" || reading === null) return undefined;
  const { data, source, retrievedAt, vintage = null } = reading;
  if (data === undefined || typeof source !== "string" || typeof retrievedAt !== "string") return undefined;
  return { kind: "reading", reading: { data, source, retrievedAt, vintage } };
}

export function toKept<T>(outcome: Exclude<Outcome<T>, { kind: "failed" }>): Kept<T> {
  if (outcome.kind === "nothing") return outcome;
  const { freshness: _, ...reading } = outcome.reading;
  return { kind: "reading", reading };
}

/** A failure that others may be told of. One that is not an upstream's is a fault of ours, and is nobody else's. */
export function toKeptFailure(error: Error): Kept<never> | undefined {
  if (!(error instanceof SourceError)) return undefined;
  const { code, message, upstream, status } = error;
  return {
    kind: "failure",
    code,
    what: message.slice(upstream.length + 1, -1),
    ...(status !== undefined && { status }),
  };
}

export function toError(
  source: string,
  { code, what, status }: Extract<Kept<never>, { kind: "failure" }>,
): SourceError {
  return new SourceError(code, source, what, true, status === undefined ? {} : { status });
}

/** A reading that was kept: fetched by an earlier request. */
export function toReading<T>(reading: Omit<Reading<T>, "freshness">, entry: Entry, now: number): Reading<T> {
  return { ...reading, freshness: now < entry.freshUntil ? "CACHED" : "STALE" };
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === "string" && Object.hasOwn(errorTable, code);
}
