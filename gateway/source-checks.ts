import { SourceError } from "../subgraphs/kit/source/errors.ts";
import type { Upstreams } from "../subgraphs/kit/source/open-upstreams.ts";
import type { Probe } from "../subgraphs/kit/source/probe.ts";

type Verdict = "ok" | "nothing" | "needs key" | "refused" | "shape changed" | "asks for a pause" | "no answer";

export interface SourceCheck {
  readonly id: string;
  readonly verdict: Verdict;
  readonly tookMs: number;
  /** What is wrong, for a person; empty when nothing is. */
  readonly detail: string;
}

const deadlineMs = 45_000;

const verdicts: Readonly<Record<string, Verdict>> = {
  SOURCE_NEEDS_KEY: "needs key",
  SOURCE_REJECTED: "refused",
  SOURCE_MALFORMED: "shape changed",
  SOURCE_TRUNCATED: "shape changed",
  SOURCE_RATE_LIMITED: "asks for a pause",
  SOURCE_QUOTA_EXCEEDED: "asks for a pause",
};

/** Asks an upstream once. @param clock milliseconds since 1970 @throws whatever is not the upstream's failure */
export async function checkSource({ id, ask }: Probe, upstreams: Upstreams, clock: () => number): Promise<SourceCheck> {
  const start = clock();
  const done = (verdict: Verdict, detail: string): SourceCheck => ({ id, verdict, tookMs: clock() - start, detail });
  try {
    const readings = await ask({ upstream: upstreams.open(id), clock }, AbortSignal.timeout(deadlineMs));
    return readings.size > 0
      ? done("ok", "")
      : done("nothing", "answered, but has nothing for the question of this check");
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return done(verdicts[error.code] ?? "no answer", error.message);
  }
}

/** Whether the fault lies this side of the upstreams: not one of them was reached. */
export function isOffline(checks: readonly SourceCheck[]): boolean {
  return checks.every(({ verdict }) => verdict === "no answer" || verdict === "needs key");
}

/** A line for each upstream, in columns. */
export function printChecks(checks: readonly SourceCheck[]): string {
  const rows = [
    ["source", "result", "ms", ""],
    ...checks.map(({ id, verdict, tookMs, detail }) => [id, verdict, String(tookMs), detail]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
