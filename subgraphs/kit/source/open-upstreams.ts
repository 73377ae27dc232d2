import type { SourceSettings } from "./settings.ts";
import { createStatusBoard, type StatusBoard } from "./status.ts";
import { createUpstream, type Upstream, type UpstreamDeps } from "./upstream.ts";
import type { UpstreamId } from "./upstreams.ts";

/** The upstreams as one process asks them: each is opened once, by whichever subgraph reads it first. */
export interface Upstreams {
  open(id: UpstreamId): Upstream;
  /** Whether this process asks it, so that it sees the status itself. */
  isOpen(id: UpstreamId): boolean;
  hasKey(id: UpstreamId): boolean;
  readonly status: Pick<StatusBoard, "read">;
  close(): void;
}

export interface UpstreamsOptions extends Omit<UpstreamDeps, "status"> {
  readonly settings: SourceSettings;
}

export function openUpstreams({ settings, ...deps }: UpstreamsOptions): Upstreams {
  const status = createStatusBoard(deps);
  const opened = new Map<UpstreamId, Upstream>();
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
    status,
    close: status.close,
  };
}
