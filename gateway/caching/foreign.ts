import { noStore, parseCacheControl } from "./cache-control.ts";
import { parseCacheStatus } from "./cache-status.ts";
import type { Caching } from "./caching.ts";

/** Headers of a subgraph's answer, by their names in lower case. */
export type AnswerHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * What caches are told of an answer that came by HTTP; undefined when it says nothing.
 *
 * @param forwardedHeaders names, in lower case, of the client's headers that the subgraph was told
 */
export function cachingOfHeaders(headers: AnswerHeaders, forwardedHeaders: readonly string[]): Caching | undefined {
  const text = textOf(headers["cache-control"]);
  if (text === undefined) return undefined;
  const control = parseCacheControl(text);
  const origins = parseCacheStatus(textOf(headers["cache-status"]));
  if (control.scope === "none") return { control, origins };
  if (variesBy(textOf(headers["vary"]), forwardedHeaders)) return { control: noStore, origins };
  const age = ageOf(headers["age"]);
  if (age === 0) return { control, origins };
  return { control: { ...control, maxAgeSeconds: Math.max(0, control.maxAgeSeconds - age) }, origins };
}

/** A header that comes in several lines says the same as one with commas. */
function textOf(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === "string" ? header : header?.join(", ");
}

/** Whether another client would have got another answer: a header that was not forwarded makes no difference. */
function variesBy(vary: string | undefined, forwardedHeaders: readonly string[]): boolean {
  if (vary === undefined) return false;
  const names = vary.split(",").map((name) => name.trim().toLowerCase());
  return names.some((name) => name === "*" || forwardedHeaders.includes(name));
}

/** How long it has been kept by others. An age that is none is left alone, and of several the first counts. */
function ageOf(header: string | readonly string[] | undefined): number {
  const first = textOf(header)?.split(",", 1)[0]?.trim();
  return first !== undefined && /^\d+$/.test(first) ? Number(first) : 0;
}
