import {
  type SourceError,
  SourceMalformed,
  SourceNeedsKey,
  SourceQuotaExceeded,
  SourceRateLimited,
  SourceRejected,
  SourceUnavailable,
} from "./errors.ts";
import type { HttpAnswer } from "./http.ts";
import { parseRetryAfter } from "./retry-after.ts";
import type { UpstreamKey } from "./upstreams.ts";

export interface RefusalContext {
  readonly key: UpstreamKey | undefined;
  readonly hasKey: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The error that an answer of another status than the accepted ones stands for. */
export function toRefusal(answer: HttpAnswer, { key, hasKey, now }: RefusalContext): SourceError {
  const { source, status, headers, text } = answer;
  const retryAfterMs =
    parseRetryAfter(headers.get("retry-after"), now) ?? (status === 429 ? restOfWindow(text, now) : undefined);
  const details = { status, ...(retryAfterMs !== undefined && { retryAfterMs }) };
  if (status === 429) {
    return /hourly|daily|quota/i.test(text)
      ? new SourceQuotaExceeded(source, "allows no more calls for now", details)
      : new SourceRateLimited(source, "asks for a pause", details);
  }
  if (status === 403 && retryAfterMs !== undefined && retryAfterMs > 0) {
    return new SourceQuotaExceeded(source, "allows no more calls for now", details);
  }
  if (status === 401 || status === 403) {
    if (!key) return new SourceRejected(source, `refuses this server (HTTP ${status})`, details);
    return hasKey
      ? new SourceRejected(source, `refuses the key in ${key.setting}`, details)
      : new SourceNeedsKey(source, `asks for a key: set ${key.setting}`, details);
  }
  if (status === 406) return new SourceRejected(source, "takes this server for a bot (HTTP 406)", details);
  if (status < 400) return new SourceMalformed(source, `answers in a way not known here (HTTP ${status})`, details);
  // A page instead of data is the fault of what stands before the service, whatever its status claims.
  if (status >= 500 || status === 408 || (status === 400 && isPage(text))) {
    return new SourceUnavailable(source, `is out of order (HTTP ${status})`, details);
  }
  return new SourceRejected(source, `refuses the question (HTTP ${status})`, details);
}

const windows = [
  [/\bminutely\b/i, 60_000],
  [/\bhourly\b/i, 3_600_000],
  [/\bdaily\b/i, 86_400_000],
] as const;

/** What is left of the minute, hour or day that a refusal speaks of instead of saying how long to wait. */
function restOfWindow(text: string, now: number): number | undefined {
  const ms = windows.find(([word]) => word.test(text))?.[1];
  return ms && ms - (now % ms);
}

function isPage(text: string): boolean {
  return /^\s*<(!doctype|html|\?xml)/i.test(text);
}
