import { type CachedOptions, cached, type SourcesMode } from "../../subgraphs/kit/cache/cached.ts";
import { scriptedSource } from "./scripted-source.ts";
import { counted, openStorage } from "./storage.ts";
import { createTestClock } from "./test-clock.ts";

export const policy = { version: 1, freshSeconds: 60, staleSeconds: 600, negativeSeconds: 30 };

export interface CachedInMemoryOptions {
  readonly mode?: SourcesMode;
  readonly shipped?: Readonly<Record<string, number>>;
  /** From 0 to below 1; the default keeps every time to live as it is and renews nothing early. */
  readonly random?: () => number;
  readonly options?: Partial<CachedOptions<string, number>>;
}

/** Figures by name behind a cache in memory, with a clock that the test moves. */
export function cachedInMemory({
  mode = "auto",
  shipped,
  random = () => 0.5,
  options = {},
}: CachedInMemoryOptions = {}) {
  const clock = createTestClock();
  const { deps, registry } = openStorage(undefined, { clock: clock.now, random });
  const live = scriptedSource("LIVE_ONE", clock.now);
  const tables = scriptedSource("LIVE_ONE", clock.now, "SNAPSHOT");
  if (shipped) tables.give(shipped);
  const source = cached(live, {
    ...deps,
    mode,
    policy,
    operation: "figures",
    keyOf: (key) => key,
    ...(shipped && { fallback: tables }),
    ...options,
  });
  const ask = async (...keys: string[]) =>
    Object.fromEntries(
      [...(await source.fetch(keys))].map(([key, { data, freshness }]) => [key, `${data} ${freshness}`]),
    );
  const refreshes = (outcome: string) => counted(registry, "aryk_cache_refreshes_total", { outcome });
  const reads = (result: string) => counted(registry, "aryk_cache_reads_total", { result });
  return { clock, live, source, ask, refreshes, reads, store: deps.store };
}
