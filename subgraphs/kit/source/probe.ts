import type { Reading } from "./source.ts";
import type { Upstream } from "./upstream.ts";
import type { UpstreamId } from "./upstreams.ts";

interface ProbeDeps {
  readonly upstream: Upstream;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** A tiny real question to an upstream, by which a person can see whether it still answers in the shape known here. */
export interface Probe {
  readonly id: UpstreamId;
  /** @throws SourceError */
  ask(deps: ProbeDeps, signal: AbortSignal): Promise<ReadonlyMap<unknown, Reading<unknown>>>;
}
