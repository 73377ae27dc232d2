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

const keptForMs = 7 * 24 * 3_600_000;
const writeIntervalMs = 1000;
const nothing: UpstreamStatus = {
  lastSuccess: null,
  lastErrorCode: null,
  lastErrorAt: null,
  breakerOpen: false,
  quotaRemaining: null,
  quotaResetsAt: null,
};
const keyOf = (id: UpstreamId) => `aryk:v1:status:${id}`;

export function createStatusBoard({ store, clock }: StatusBoardOptions): StatusBoard {
  const own = new Map<UpstreamId, UpstreamStatus>();
  const writtenAt = new Map<UpstreamId, number>();
  const waiting = new Map<UpstreamId, NodeJS.Timeout>();

  function write(id: UpstreamId): void {
    const now = clock();
    writtenAt.set(id, now);
    const until = now + keptForMs;
    void store.set(keyOf(id), { value: own.get(id), storedAt: now, freshUntil: until, staleUntil: until });
  }

  return {
    note(id, change) {
      own.set(id, { ...(own.get(id) ?? nothing), ...change });
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
      const entries = await store.getMany(ids.map(keyOf));
      const found = new Map<UpstreamId, UpstreamStatus>();
      for (const id of ids) {
        const shared = status.safeParse(entries.get(keyOf(id))?.value).data;
        const merged = newer(own.get(id), shared);
        if (merged) found.set(id, merged);
      }
      return found;
    },
    close() {
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },
  };
}

/** Of two records of one upstream the one that knows of the later call: replicas overwrite each other's entries. */
function newer(a: UpstreamStatus | undefined, b: UpstreamStatus | undefined): UpstreamStatus | undefined {
  if (!a || !b) return a ?? b;
  return lastCall(a) >= lastCall(b) ? a : b;
}

function lastCall({ lastSuccess, lastErrorAt }: UpstreamStatus): string {
  return [lastSuccess ?? "", lastErrorAt ?? ""].sort().at(-1) ?? "";
}

/** Notes how each call ends. */
export function withStatus(http: Http, id: UpstreamId, board: Pick<StatusBoard, "note">, clock: () => number): Http {
  const now = () => new Date(clock()).toISOString();
  return async (request) => {
    try {
      const answer = await http(request);
      board.note(id, { lastSuccess: now() });
      return answer;
    } catch (error) {
      const lastErrorCode = error instanceof SourceError ? error.code : "INTERNAL_SERVER_ERROR";
      board.note(id, { lastErrorCode, lastErrorAt: now() });
      throw error;
    }
  };
}
