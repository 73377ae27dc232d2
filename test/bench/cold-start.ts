import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../subgraphs/kit/project-root.ts";
import { upstreamIds } from "../../subgraphs/kit/source/upstreams.ts";
import { post } from "../support/gateway.ts";
import { startProgram } from "../support/program.ts";
import { readmeQueries } from "../support/readme-queries.ts";
import { listenSilently } from "../support/silent-server.ts";

const program = "dist/gateway/main.js";
const starts = 15;

/**
 * `npm run bench -- cold-start`: what `npm start` starts, while no upstream answers. Each query of the README is the first
 * one that a new process gets, as soon as it says where it answers.
 */
export async function benchColdStart(): Promise<void> {
  if (!existsSync(join(projectRoot, program))) throw new Error(`No ${program}: run npm run build first`);
  const silent = await listenSilently();
  const env = { SOURCES: "auto", ...Object.fromEntries(upstreamIds.map((id) => [`${id}_BASE_URL`, silent.url])) };
  const startMs: number[] = [];

  async function askFirst(query: string): Promise<FirstAnswer> {
    const startedAt = performance.now();
    const gateway = await startProgram(program, { env });
    const pid = gateway.process.pid ?? 0;
    const askedAt = performance.now();
    startMs.push(askedAt - startedAt);
    const cpuBefore = cpuMs(pid);
    const { data } = await post(gateway.url, query);
    const answer = { ms: performance.now() - askedAt, cpuMs: cpuMs(pid) - cpuBefore };
    await gateway.end("SIGKILL");
    if (data === null) throw new Error(`No answer to ${query}`);
    return answer;
  }

  // The client's own first request is not the server's.
  await askFirst("{ __typename }");
  for (const query of readmeQueries) {
    const answers: FirstAnswer[] = [];
    for (let start = 0; start < starts; start++) answers.push(await askFirst(query));
    const [cpu, times] = [answers.map((answer) => answer.cpuMs), answers.map(({ ms }) => ms)];
    print(`${toOneLine(query).slice(0, 60).padEnd(60)} ${describe(times)}; CPU p50 ${middle(cpu)}`);
  }
  print(`${"until it says where it answers".padEnd(60)} ${describe(startMs)}`);
  await silent.close();
}

interface FirstAnswer {
  readonly ms: number;
  /** Of the thread that answers: what else runs on the machine hardly changes it. */
  readonly cpuMs: number;
}

function cpuMs(pid: number): number {
  const [nanoseconds] = readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ");
  return Number(nanoseconds) / 1e6;
}

function describe(times: readonly number[]): string {
  return `fastest ${at(times, 0)}, p50 ${middle(times)}, slowest of ${times.length} ${at(times, 1)}`;
}

const middle = (times: readonly number[]) => at(times, 0.5);

function at(times: readonly number[], share: number): string {
  return `${(times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * share)] ?? 0).toFixed(0)} ms`;
}

const toOneLine = (query: string) => query.replace(/\s+/g, " ");

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
