import { afterEach, beforeEach } from "vitest";
import type { Upstream as Client } from "../../subgraphs/kit/source/upstream.ts";
import type { UpstreamId } from "../../subgraphs/kit/source/upstreams.ts";
import { openTestUpstream, type TestUpstreamOptions } from "./test-upstream.ts";
import { startUpstream, type Upstream } from "./upstream.ts";

export interface ReplayedUpstream {
  /** The service of the test that runs. */
  readonly replay: Pick<Upstream, "script" | "requests" | "url">;
  /** What a source needs to ask it. */
  deps(options?: TestUpstreamOptions): { upstream: Client; clock: () => number };
}

/** A service of its own for each test of a file. */
export function replayedService(): ReplayedUpstream["replay"] {
  let current: Upstream | undefined;
  const running = () => {
    if (!current) throw new Error("The service runs only within a test");
    return current;
  };
  beforeEach(async () => {
    current = await startUpstream();
  });
  afterEach(() => running().close());
  return {
    script: (path, ...replies) => running().script(path, ...replies),
    get requests() {
      return running().requests;
    },
    get url() {
      return running().url;
    },
  };
}

/** A service of its own for each test of a file, and the way to it. @param base path that its address ends with */
export function replayed(id: UpstreamId, base = ""): ReplayedUpstream {
  const replay = replayedService();
  return {
    replay,
    deps(options = {}) {
      const { upstream, clock } = openTestUpstream(id, `${replay.url}${base}`, options);
      return { upstream, clock: clock.now };
    },
  };
}
