import { readFileSync } from "node:fs";
import { Agent, get, type IncomingHttpHeaders } from "node:http";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { percentile } from "../support/cache-load.ts";
import { longList, serveCsv } from "../support/long-list.ts";
import { startProgram } from "../support/program.ts";

const clients = 200;
const polls = 20_000;
const limits = { cpuMsPer304: 0.3, heapMb: 40 };
const agent = new Agent({ keepAlive: true, maxSockets: clients });

/** What polling costs the server, and what a long table costs it in memory. */
export async function benchPublished(): Promise<void> {
  await benchPolling();
  await benchLongTable();
}

/** The gateway is a process of its own here, so that its CPU time is not the clients'. */
async function benchPolling(): Promise<void> {
  const program = await startProgram("gateway/main.ts");
  try {
    const pid = program.process.pid ?? 0;
    const url = `${program.url}/q/population.json`;
    const { headers } = await ask(url, {});
    const etag = String(headers["etag"]);
    const kinds = {
      "304": { "if-none-match": etag },
      "200, brotli": { "accept-encoding": "br" },
      "200, plain": {},
    };
    for (const [kind, asked] of Object.entries(kinds)) {
      await pollAll(url, asked, polls / 4);
      const [cpuBefore, startedAt] = [cpuMs(pid), performance.now()];
      const times = await pollAll(url, asked, polls);
      const cpu = (cpuMs(pid) - cpuBefore) / polls;
      const perSecond = (polls / (performance.now() - startedAt)) * 1000;
      print(
        `${kind.padEnd(12)} ${cpu.toFixed(3)} ms of CPU per answer, ${perSecond.toFixed(0)} answers per second to ${clients} clients, p50 ${percentile(times, 0.5).toFixed(1)} ms, p99 ${percentile(times, 0.99).toFixed(1)} ms`,
      );
      if (kind === "304" && cpu >= limits.cpuMsPer304) fail(`over ${limits.cpuMsPer304} ms of CPU`);
    }
  } finally {
    await program.end("SIGTERM");
    agent.destroy();
  }
}

async function benchLongTable(): Promise<void> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  for (const rowCount of [10_000, 100_000, 400_000]) {
    const { url, close } = await serveCsv(longList(rowCount, " of a table that is longer than it is wide"));
    collect();
    const before = process.memoryUsage().heapUsed;
    const startedAt = performance.now();
    let [bytes, measuredAt, most] = [0, 0, 0];
    const answer = await new Promise<import("node:http").IncomingMessage>((resolve) => get(url, resolve));
    for await (const chunk of answer) {
      bytes += (chunk as Buffer).length;
      if (bytes - measuredAt < 500_000) continue;
      measuredAt = bytes;
      collect();
      most = Math.max(most, process.memoryUsage().heapUsed - before);
    }
    const seconds = (performance.now() - startedAt) / 1000;
    print(
      `${String(rowCount).padStart(7)} rows: ${(bytes / 1e6).toFixed(1)} MB in ${seconds.toFixed(1)} s, at most ${(most / 1e6).toFixed(1)} MB of heap in use`,
    );
    if (most / 1e6 > limits.heapMb) fail(`over ${limits.heapMb} MB of heap`);
    await close();
  }
}

async function pollAll(url: string, headers: Record<string, string>, total: number): Promise<Float64Array> {
  const times = new Float64Array(total);
  let next = 0;
  const client = async () => {
    for (let turn = next++; turn < total; turn = next++) {
      const startedAt = performance.now();
      await ask(url, headers);
      times[turn] = performance.now() - startedAt;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return times.sort();
}

function ask(url: string, headers: Record<string, string>): Promise<{ headers: IncomingHttpHeaders }> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (response) => {
      response.on("end", () => resolve({ headers: response.headers })).resume();
    }).on("error", reject);
  });
}

/** User and system time of a process so far, as Linux counts it: in hundredths of a second. */
function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function fail(reason: string): void {
  process.stderr.write(`${reason}\n`);
  process.exitCode = 1;
}
