import type { SourceError } from "./errors.ts";
import type { SourceSettings } from "./settings.ts";
import { createStatusBoard, type StatusBoard, toFailure } from "./status.ts";
import { createUpstream, type Upstream, type UpstreamDeps } from "./upstream.ts";
import { isUpstreamId, type UpstreamId } from "./upstreams.ts";

/** The upstreams as one process asks them: each is opened once, by whichever subgraph reads it first. */
export interface Upstreams {
  open(id: UpstreamId): Upstream;
  /** Whether this process asks it, so that it sees the status itself. */
  isOpen(id: UpstreamId): boolean;
  hasKey(id: UpstreamId): boolean;
  /** Notes a failure that came to light after the call: answers that are good one by one and cannot be used together. */
  noteFailure(error: SourceError): void;
  readonly status: Pick<StatusBoard, "read">;
  close(): void;
}

export interface UpstreamsOptions extends Omit<UpstreamDeps, "status"> {
  readonly settings: SourceSettings;
}

export function openUpstreams({ settings, ...deps }: UpstreamsOptions): Upstreams {
  const status = createStatusBoard(deps);
  const opened = new Map<UpstreamId, Upstream>();
  const faults = new Set(["SOURCE_MALFORMED", "SOURCE_TRUNCATED"]);
  const settingsOf = (id: UpstreamId) => {
    const found = settings.get(id);
    if (!found) throw new Error(`No settings for the upstream ${id}`);
    return found;
  };
  return {
    open(id) {
      const upstream = opened.get(id) ?? createUpstream(id, settingsOf(id), { ...deps, status });
      opened.set(id, upstream);
      return upstream;
    },
    isOpen: (id) => opened.has(id),
    hasKey: (id) => settingsOf(id).key !== undefined,
    noteFailure(error) {
      const { upstream: id, code } = error;
      if (isUpstreamId(id) && faults.has(code)) status.note(id, toFailure(error, deps.clock()));
    },
    status,
    close: status.close,
  };
}
