import { withConditional } from "../cache/conditional.ts";
import type { Counters } from "../cache/counters.ts";
import type { Store } from "../cache/store.ts";
import { withBreaker } from "./breaker.ts";
import { type Delay, delay as realDelay } from "./delay.ts";
import { SourceNeedsKey } from "./errors.ts";
import { createFetch } from "./fetch.ts";
import type { HttpAnswer, HttpRequest } from "./http.ts";
import { withLimit } from "./limit.ts";
import { withPace } from "./pace.ts";
import { withPause } from "./pause.ts";
import { permittedLink } from "./permitted-link.ts";
import { withRetry } from "./retry.ts";
import type { UpstreamSettings } from "./settings.ts";
import { type StatusBoard, withStatus } from "./status.ts";
import { type UpstreamId, type UpstreamInfo, upstreamInfo } from "./upstreams.ts";

type QueryValue = string | number | boolean | undefined | readonly (string | number)[];

interface UpstreamRequest<T> extends Pick<HttpRequest<T>, "headers" | "weight" | "accepts" | "signal"> {
  /** Below the base URL and beginning with a slash, or a link that the upstream itself gave. */
  readonly path: string;
  /** Added to the path; a list repeats its name, undefined leaves it out. */
  readonly query?: Readonly<Record<string, QueryValue>>;
  readonly parse: (answer: HttpAnswer) => T;
}

/** One publisher's service, asked within its limits. */
export interface Upstream {
  readonly id: UpstreamId;
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly hasKey: boolean;
  /** @throws SourceError and nothing else */
  get<T>(request: UpstreamRequest<T>): Promise<T>;
}

export interface UpstreamDeps {
  /** Where the last answers are kept that came with an ETag or a date. */
  readonly store: Store;
  readonly counters: Counters;
  readonly status: StatusBoard;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** From 0 to below 1. @default Math.random */
  readonly random?: () => number;
  /** @default a real wait */
  readonly delay?: Delay;
}

const retrying = { attempts: 3, firstWaitMs: 500, longestWaitMs: 15_000 };
/** The rest of a minute is waited for, the rest of an hour is not. */
const longestPaceWaitMs = 60_000;
const waitingCalls = 200;

export function createUpstream(
  id: UpstreamId,
  { baseUrl, key: keyValue }: UpstreamSettings,
  deps: UpstreamDeps,
  info: UpstreamInfo = upstreamInfo(id),
): Upstream {
  const { store, counters, status, clock, random = Math.random, delay = realDelay } = deps;
  const { key, leadsTo, timeoutMs, maxBytes, concurrency } = info;
  const pace = keyValue !== undefined && info.paceWithKey ? info.paceWithKey : info.pace;

  const one = createFetch({ source: id, baseUrl, leadsTo, key, keyValue, timeoutMs, maxBytes, clock });
  const paced = withPace(one, {
    source: id,
    pace,
    counters,
    delay,
    clock,
    longestWaitMs: longestPaceWaitMs,
    onQuota: ({ remaining, resetsAt }) =>
      status.note(id, { quotaRemaining: remaining, quotaResetsAt: new Date(resetsAt).toISOString() }),
  });
  const obedient = withPause(paced, { source: id, store, clock, delay, longestWaitMs: retrying.longestWaitMs });
  const retried = withRetry(obedient, { ...retrying, delay, random });
  const conditional = withConditional(retried, { source: id, store, clock });
  const noted = withStatus(conditional, id, status, clock);
  const broken = withBreaker(noted, { source: id, onChange: (breakerOpen) => status.note(id, { breakerOpen }) });
  const http = withLimit(broken, { source: id, concurrency, queue: waitingCalls });

  return {
    id,
    baseUrl,
    hasKey: keyValue !== undefined,
    async get({ path, query = {}, ...request }) {
      if (key?.required && keyValue === undefined) {
        throw new SourceNeedsKey(id, `asks for a key: set ${key.setting}`);
      }
      const url = path.startsWith("/")
        ? new URL(baseUrl + path)
        : permittedLink({ source: id, baseUrl, leadsTo }, path);
      for (const [name, value] of Object.entries(query)) {
        for (const each of Array.isArray(value) ? value : [value]) {
          if (each !== undefined) url.searchParams.append(name, String(each));
        }
      }
      return http({ ...request, url });
    },
  };
}
