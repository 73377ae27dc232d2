import { createMemoryCounters } from "../../subgraphs/kit/cache/memory-counters.ts";
import { createMemoryStore } from "../../subgraphs/kit/cache/memory-store.ts";
import type { Store } from "../../subgraphs/kit/cache/store.ts";
import { createStatusBoard, type StatusBoard } from "../../subgraphs/kit/source/status.ts";
import { createUpstream, type Upstream } from "../../subgraphs/kit/source/upstream.ts";
import { type UpstreamId, type UpstreamInfo, upstreamInfo } from "../../subgraphs/kit/source/upstreams.ts";
import { createTestClock, type TestClock } from "./test-clock.ts";

export interface TestUpstream {
  readonly upstream: Upstream;
  readonly clock: TestClock;
  readonly status: StatusBoard;
}

export interface TestUpstreamOptions {
  readonly key?: string;
  /** Instead of what the table says. */
  readonly info?: Partial<UpstreamInfo>;
  /** Shared with other ways to it. @default its own */
  readonly clock?: TestClock;
  readonly store?: Store;
}

/** The real way to an upstream that listens at `baseUrl`, with a clock that moves on instead of waiting. */
export function openTestUpstream(
  id: UpstreamId,
  baseUrl: string,
  {
    key,
    info,
    clock = createTestClock(),
    store = createMemoryStore({ maxBytes: 1e6, clock: clock.now }),
  }: TestUpstreamOptions = {},
): TestUpstream {
  const status = createStatusBoard({ store, clock: clock.now });
  const upstream = createUpstream(
    id,
    { baseUrl, key },
    {
      store,
      counters: createMemoryCounters(clock.now),
      status,
      clock: clock.now,
      random: () => 0.5,
      delay: clock.delay,
    },
    { ...upstreamInfo(id), ...info },
  );
  return { upstream, clock, status };
}
