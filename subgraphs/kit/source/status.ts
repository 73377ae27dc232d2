import { z } from "zod";
import type { Store } from "../cache/store.ts";
import { SourceError } from "./errors.ts";
import type { Http } from "./http.ts";
import type { UpstreamId } from "./upstreams.ts";

const status = z.object({
  lastSuccess: z.iso.datetime().nullable(),
  lastErrorCode: z.string().nullable(),
  lastErrorAt: z.iso.datetime().nullable(),
  breakerOpen: z.boolean(),
  quotaRemaining: z.number().int().nullable(),
  quotaResetsAt: z.iso.datetime().nullable(),
});

/** What is remembered of the calls to an upstream, by all processes that use the same store. */
export type UpstreamStatus = Readonly<z.infer<typeof status>>;

export interface StatusBoard {
  /** Notes a change; the store gets it at once or, when it was written to within the last second, at the end of that second. */
  note(id: UpstreamId, change: Partial<UpstreamStatus>): void;
  /** The status of those upstreams that this process or another one has asked. */
  read(ids: readonly UpstreamId[]): Promise<ReadonlyMap<UpstreamId, UpstreamStatus>>;
  close(): void;
}

export interface StatusBoardOptions {
  readonly store: Store;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

const keptForMs = 30 * 24 * 3_600_000;
const writeIntervalMs = 1000;
const nothing: UpstreamStatus = {
  lastSuccess: null,
  lastErrorCode: null,
  lastErrorAt: null,
  breakerOpen: false,
  quotaRemaining: null,
  quotaResetsAt: null,
};

/**
 * What is written together, an entry each: processes overwrite each other's entries, and one that only failed must not
 * overwrite the success of another.
 */
const parts = {
  success: status.pick({ lastSuccess: true }),
  failure: status.pick({ lastErrorCode: true, lastErrorAt: true, breakerOpen: true }),
  quota: status.pick({ quotaRemaining: true, quotaResetsAt: true }),
};
type Part = keyof typeof parts;
const partNames = Object.keys(parts) as readonly Part[];

const fieldsOf = (part: Part) => Object.keys(parts[part].shape) as (keyof UpstreamStatus)[];
const keyOf = (id: UpstreamId, part: Part) => `aryk:v1:status:${id}:${part}`;

export function createStatusBoard({ store, clock }: StatusBoardOptions): StatusBoard {
  const own = new Map<UpstreamId, UpstreamStatus>();
  const unwritten = new Map<UpstreamId, Set<Part>>();
  const writtenAt = new Map<UpstreamId, number>();
  const waiting = new Map<UpstreamId, NodeJS.Timeout>();

  function write(id: UpstreamId): void {
    const now = clock();
    writtenAt.set(id, now);
    const until = now + keptForMs;
    const current = own.get(id) ?? nothing;
    for (const part of unwritten.get(id) ?? []) {
      const value = Object.fromEntries(fieldsOf(part).map((field) => [field, current[field]]));
      void store.set(keyOf(id, part), { value, storedAt: now, freshUntil: until, staleUntil: until });
    }
    unwritten.delete(id);
  }

  return {
    note(id, change) {
      own.set(id, { ...(own.get(id) ?? nothing), ...change });
      const changed = partNames.filter((part) => fieldsOf(part).some((field) => field in change));
      unwritten.set(id, new Set([...(unwritten.get(id) ?? []), ...changed]));
      if (waiting.has(id)) return;
      const waitMs = (writtenAt.get(id) ?? Number.NEGATIVE_INFINITY) + writeIntervalMs - clock();
      if (waitMs <= 0) return write(id);
      const later = () => {
        waiting.delete(id);
        write(id);
      };
      waiting.set(id, setTimeout(later, waitMs).unref());
    },
    async read(ids) {
      const keys = ids.flatMap((id) => partNames.map((part) => keyOf(id, part)));
      const entries = await store.getMany(keys, { recheck: true });
      const found = new Map<UpstreamId, UpstreamStatus>();
      for (const id of ids) {
        const shared = partNames.flatMap(
          (part) => parts[part].safeParse(entries.get(keyOf(id, part))?.value).data ?? [],
        );
        const mine = own.get(id);
        if (!mine && shared.length === 0) continue;
        found.set(id, newest(mine ?? nothing, Object.assign({}, nothing, ...shared)));
      }
      return found;
    },
    close() {
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },
  };
}

/** Of each part the one that knows of the later call. */
function newest(a: UpstreamStatus, b: UpstreamStatus): UpstreamStatus {
  const { lastSuccess } = (a.lastSuccess ?? "") >= (b.lastSuccess ?? "") ? a : b;
  const { lastErrorCode, lastErrorAt, ...failed } = (a.lastErrorAt ?? "") >= (b.lastErrorAt ?? "") ? a : b;
  const { quotaRemaining, quotaResetsAt } = isLaterQuota(a, b) ? a : b;
  // Each process has a breaker of its own: one that was answered since tells more than one that waits.
  const breakerOpen = failed.breakerOpen && (lastSuccess ?? "") <= (lastErrorAt ?? "");
  return { lastSuccess, lastErrorCode, lastErrorAt, breakerOpen, quotaRemaining, quotaResetsAt };
}

/** Calls are counted together: in one window fewer are left after the later one. */

function isLaterQuota(a: UpstreamStatus, b: UpstreamStatus): boolean {
  const [one, other] = [a.quotaResetsAt ?? "", b.quotaResetsAt ?? ""];
  if (one !== other) return one > other;
  return (a.quotaRemaining ?? Number.POSITIVE_INFINITY) <= (b.quotaRemaining ?? Number.POSITIVE_INFINITY);
}

/** Notes how each call ends. */
export function withStatus(http: Http, id: UpstreamId, board: Pick<StatusBoard, "note">, clock: () => number): Http {
  return async (request) => {
    try {
      const answer = await http(request);
      board.note(id, { lastSuccess: new Date(clock()).toISOString() });
      return answer;
    } catch (error) {
      board.note(id, toFailure(error, clock()));
      throw error;
    }
  };
}

export function toFailure(error: unknown, now: number): Partial<UpstreamStatus> {
  const lastErrorAt = new Date(now).toISOString();
  if (!(error instanceof SourceError)) return { lastErrorCode: "INTERNAL_SERVER_ERROR", lastErrorAt };
  const { code, status: httpStatus, retryAfterMs } = error;
  const failure = { lastErrorCode: code, lastErrorAt };
  // The upstream's own count goes before the one kept here.
  if (code !== "SOURCE_QUOTA_EXCEEDED" || httpStatus === undefined) return failure;
  const quotaResetsAt = retryAfterMs === undefined ? null : new Date(now + retryAfterMs).toISOString();
  return { ...failure, quotaRemaining: 0, quotaResetsAt };
}
