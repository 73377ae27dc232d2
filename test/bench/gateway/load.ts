import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Pool } from "undici";
import type { Target } from "./targets.ts";

export interface LoadOptions {
  readonly query: string;
  readonly connections: number;
  readonly seconds: number;
  /** Whether no two requests are the same. */
  readonly unique: boolean;
}

export interface Figures {
  readonly requestsPerSecond: number;
  readonly cpuMsPerRequest: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly failed: number;
  /** Hash of the answers; several when they differ. */
  readonly hashes: readonly string[];
  readonly bytes: number;
}

const ticksPerSecond = 100;
let uniqueTags = 0;

/** Asks a gateway for some seconds, every connection one request after the other. */
export async function load(
  { url, process: child }: Target,
  { query, connections, seconds, unique }: LoadOptions,
): Promise<Figures> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections });
  const hashes = new Set<string>();
  const times: number[] = [];
  let failed = 0;
  let bytes = 0;
  const cpuBefore = cpuMs(child.pid);
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1000;

  async function ask(): Promise<void> {
    do {
      const sentAt = performance.now();
      const tag = unique ? `u${uniqueTags++}` : "u0";
      const { statusCode, body } = await pool.request({
        path: pathname,
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json" },
        body: JSON.stringify({ query, variables: { tag } }),
      });
      const text = await body.text();
      times.push(performance.now() - sentAt);
      bytes = text.length;
      if (statusCode !== 200 || text.includes('"errors"')) failed++;
      // Hashing every answer would take the load generator's time from the gateway's core.
      if (times.length % 50 === 1) hashes.add(createHash("sha1").update(text.trim()).digest("hex").slice(0, 8));
    } while (performance.now() < endsAt);
  }

  await Promise.all(Array.from({ length: connections }, ask));
  const spentMs = performance.now() - startedAt;
  const cpu = cpuMs(child.pid) - cpuBefore;
  await pool.close();
  times.sort((a, b) => a - b);
  return {
    requestsPerSecond: (times.length / spentMs) * 1000,
    cpuMsPerRequest: cpu / times.length,
    p50Ms: times[Math.floor(times.length / 2)] ?? 0,
    p99Ms: times[Math.floor(times.length * 0.99)] ?? 0,
    failed,
    hashes: [...hashes],
    bytes,
  };
}

/** CPU time of a process with all its threads. */
function cpuMs(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
}

export function peakMemoryMiB({ process: child }: Target): number {
  const line = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"));
  return Number(line?.[1] ?? 0) / 1024;
}
