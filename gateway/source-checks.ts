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
  /** Whether anything came back, if only an error. */
  readonly wasReached: boolean;
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
  const done = (verdict: Verdict, detail: string, wasReached: boolean): SourceCheck => {
    return { id, verdict, tookMs: clock() - start, detail, wasReached };
  };
  try {
    const readings = await ask({ upstream: upstreams.open(id), clock }, AbortSignal.timeout(deadlineMs));
    return readings.size > 0
      ? done("ok", "", true)
      : done("nothing", "answered, but has nothing for the question of this check", true);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const verdict = verdicts[error.code] ?? "no answer";
    const isUnanswered = verdict === "no answer" || verdict === "needs key";
    return done(verdict, error.message, !isUnanswered || error.status !== undefined);
  }
}

/** What is to be said of all of them together when not one answered; empty when one did. */
export function sumUp(checks: readonly SourceCheck[]): string {
  if (!checks.every(({ verdict }) => verdict === "no answer" || verdict === "needs key")) return "";
  return checks.some(({ wasReached }) => wasReached)
    ? "No upstream answered."
    : "No upstream was reached: this machine seems to have no network.";
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
