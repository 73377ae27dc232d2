import { outOfTime, SourceError, SourceMalformed, SourceTimeout, SourceUnavailable } from "./errors.ts";
import type { Http, HttpAnswer, HttpRequest } from "./http.ts";
import { isAtHome, type Place, permittedLink } from "./permitted-link.ts";
import { toRefusal } from "./refusal.ts";
import type { UpstreamKey } from "./upstreams.ts";

export interface FetchOptions extends Place {
  readonly key: UpstreamKey | undefined;
  readonly keyValue: string | undefined;
  /** Of one attempt, from the connection to the last byte. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

const mostRedirects = 3;
const userAgent = "Aryk/0.1 (federated GraphQL graph of development data for Central Asia and Afghanistan)";

/** The innermost layer: one attempt by HTTP GET, in time, within a size, where it may go, with the key if there is one. */
export function createFetch(options: FetchOptions): Http {
  const { source, key, keyValue, timeoutMs, clock } = options;

  async function attempt<T>(request: HttpRequest<T>): Promise<T> {
    const own = AbortSignal.timeout(timeoutMs);
    const signal = request.signal ? AbortSignal.any([request.signal, own]) : own;
    let answer: HttpAnswer;
    try {
      answer = await get(request, signal);
    } catch (error) {
      throw toSourceError(error, source, request.signal, own);
    }
    if (answer.status === 200 || request.accepts?.includes(answer.status)) return request.parse(answer);
    throw toRefusal(answer, { key, hasKey: keyValue !== undefined, now: clock() });
  }

  async function get(request: HttpRequest<unknown>, signal: AbortSignal): Promise<HttpAnswer> {
    let url = permittedLink(options, request.url);
    for (let hops = 0; hops <= mostRedirects; hops++) {
      const headers = new Headers({ "user-agent": userAgent, accept: "application/json", ...request.headers });
      const response = await fetch(withKey(url, headers), { headers, redirect: "manual", signal });
      const location = response.headers.get("location");
      if (response.status < 300 || response.status >= 400 || location === null) {
        return { source, status: response.status, headers: response.headers, text: await readText(response) };
      }
      await response.body?.cancel();
      url = permittedLink(options, new URL(location, url));
    }
    throw new SourceMalformed(source, "redirects in a circle");
  }

  function withKey(url: URL, headers: Headers): URL {
    if (!key || keyValue === undefined || !isAtHome(options.baseUrl, url)) return url;
    if (key.header) headers.set(key.header, keyValue);
    if (!key.query) return url;
    const keyed = new URL(url);
    keyed.searchParams.set(key.query, keyValue);
    return keyed;
  }

  async function readText(response: Response): Promise<string> {
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of response.body ?? []) {
      bytes += chunk.byteLength;
      if (bytes > options.maxBytes) {
        throw new SourceMalformed(source, `answers with more than ${options.maxBytes} bytes`);
      }
      chunks.push(chunk);
    }
    // The decoder drops a byte order mark, which some publishers begin their JSON with.
    return new TextDecoder().decode(Buffer.concat(chunks));
  }

  return attempt;
}

function toSourceError(error: unknown, source: string, asked: AbortSignal | undefined, own: AbortSignal): SourceError {
  if (error instanceof SourceError) return error;
  if (asked?.aborted) return outOfTime(source);
  if (own.aborted) return new SourceTimeout(source, "did not answer in time");
  return new SourceUnavailable(source, `cannot be reached (${reasonOf(error)})`);
}

/** The system's word for a failed connection, such as ECONNREFUSED; never its text, which may hold an address. */
function reasonOf(error: unknown): string {
  const cause = (error as { cause?: { code?: unknown } }).cause;
  return typeof cause?.code === "string" ? cause.code : "connection broken";
}
