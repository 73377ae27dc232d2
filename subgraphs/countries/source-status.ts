import type { SourcesMode } from "../kit/cache/cached.ts";
import type { SourceRecord } from "../kit/register/source.ts";
import { sources } from "../kit/register/sources.ts";
import type { Upstreams } from "../kit/source/open-upstreams.ts";
import type { UpstreamStatus } from "../kit/source/status.ts";
import { isUpstreamId, type UpstreamId, upstreamIds, upstreamInfo } from "../kit/source/upstreams.ts";
import type { SourceAvailability } from "./types/source-status.ts";

/** A source and how the last calls to it went. */
export interface SourceStatusRecord extends Omit<UpstreamStatus, "breakerOpen"> {
  readonly source: SourceRecord;
  readonly availability: SourceAvailability;
  readonly needsKey: boolean;
  readonly hasKey: boolean;
}

export interface SourceStatusDeps {
  readonly upstreams: Pick<Upstreams, "status" | "hasKey" | "isOpen">;
  readonly mode: SourcesMode;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** The longest that a breaker stays open without a call; after that an entry that still says so is of a process gone. */
const breakerMs = 10 * 60_000;

const neverAsked = {
  lastSuccess: null,
  lastErrorCode: null,
  lastErrorAt: null,
  quotaRemaining: null,
  quotaResetsAt: null,
};

/** Every source of the register once, with the status that this process or another one noted. */
export async function readSourceStatuses({ upstreams, mode, clock }: SourceStatusDeps): Promise<SourceStatusRecord[]> {
  const statuses = mode === "snapshot" ? new Map() : await upstreams.status.read(upstreamIds);
  const unique = new Map(sources.map((source) => [source.id, source]));
  return [...unique.values()].map((source) => {
    const { id } = source;
    if (!isUpstreamId(id)) {
      return { source, availability: "SNAPSHOT_ONLY", needsKey: false, hasKey: false, ...neverAsked };
    }
    const { breakerOpen: _, ...noted }: UpstreamStatus = statuses.get(id) ?? { ...neverAsked, breakerOpen: false };
    const isCountedAnew = noted.quotaResetsAt !== null && Date.parse(noted.quotaResetsAt) <= clock();
    const status = isCountedAnew ? { ...noted, quotaRemaining: null, quotaResetsAt: null } : noted;
    const needsKey = upstreamInfo(id).key?.required ?? false;
    const hasKey = upstreams.hasKey(id);
    return { source, availability: availabilityOf(id, statuses.get(id)), needsKey, hasKey, ...status };
  });

  function availabilityOf(id: UpstreamId, status: UpstreamStatus | undefined): SourceAvailability {
    if (mode === "snapshot") return "SNAPSHOT_ONLY";
    if (upstreamInfo(id).key?.required && !upstreams.hasKey(id)) return "NEEDS_KEY";
    const failedAt = Date.parse(status?.lastErrorAt ?? "");
    if (status?.breakerOpen && clock() - failedAt < breakerMs) return "BREAKER_OPEN";
    return status || upstreams.isOpen(id) ? "LIVE" : "UNKNOWN";
  }
}
