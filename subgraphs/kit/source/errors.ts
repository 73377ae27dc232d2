import { type ErrorCode, GraphError } from "../errors.ts";

export interface SourceErrorDetails {
  /** HTTP status of the upstream's answer, where there was one. */
  readonly status?: number;
  /** How long the upstream asks to wait. */
  readonly retryAfterMs?: number;
  /** Where the answer left its known shape, such as `data[0].value`. */
  readonly at?: string;
  /** Set where a fault of this kind is, other than usual, of passing or of lasting nature. */
  readonly transient?: boolean;
}

/**
 * How a call to an upstream failed. The message is for the person who asked: it names the upstream and never holds
 * a URL, a key or the upstream's raw text.
 */
export class SourceError extends GraphError {
  /** Id of the upstream; `source` is taken by the base class. */
  readonly upstream: string;
  /** Whether the same call may succeed a little later: such failures are tried again and counted by the breaker. */
  readonly transient: boolean;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;
  readonly at: string | undefined;

  constructor(code: ErrorCode, source: string, what: string, transient: boolean, details: SourceErrorDetails = {}) {
    super(code, `${source} ${what}.`);
    this.upstream = source;
    this.transient = details.transient ?? transient;
    this.status = details.status;
    this.retryAfterMs = details.retryAfterMs;
    this.at = details.at;
  }

  get code(): ErrorCode {
    return this.extensions["code"] as ErrorCode;
  }
}

export class SourceTimeout extends SourceError {
  constructor(source: string, what: string, details?: SourceErrorDetails) {
    super("SOURCE_TIMEOUT", source, what, true, details);
  }
}

export class SourceUnavailable extends SourceError {
  constructor(source: string, what: string, details?: SourceErrorDetails) {
    super("SOURCE_UNAVAILABLE", source, what, true, details);
  }
}

export class SourceRejected extends SourceError {
  constructor(source: string, what: string, details?: SourceErrorDetails) {
    super("SOURCE_REJECTED", source, what, false, details);
  }
}

export class SourceMalformed extends SourceError {
  constructor(source: string, what: string, details?: SourceErrorDetails) {
    super("SOURCE_MALFORMED", source, what, false, details);
  }
}

export class SourceTruncated extends SourceError {
  constructor(source: string, what: string, details?: SourceErrorDetails) {
    super("SOURCE_TRUNCATED", source, what, false, details);
  }
}

export class SourceRateLimited extends SourceError {
  constructor(source: string, what: string, details?: SourceErrorDetails) {
    super("SOURCE_RATE_LIMITED", source, what, true, details);
  }
}

export class SourceQuotaExceeded extends SourceError {
  constructor(source: string, what: string, details?: SourceErrorDetails) {
    super("SOURCE_QUOTA_EXCEEDED", source, what, false, details);
  }
}

export class SourceNeedsKey extends SourceError {
  constructor(source: string, what: string, details?: SourceErrorDetails) {
    super("SOURCE_NEEDS_KEY", source, what, false, details);
  }
}

export class SourceOff extends SourceError {
  constructor(source: string, what: string, details?: SourceErrorDetails) {
    super("SOURCE_OFF", source, what, false, details);
  }
}

/** Whoever asked gave up first: it says nothing of the upstream, so that neither retry nor breaker minds it. */
export function outOfTime(source: string): SourceTimeout {
  return new SourceTimeout(source, "did not answer within the time of this request", { transient: false });
}
