import { existsSync } from "node:fs";
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

  async function firstAnswerMs(query: string): Promise<number> {
    const startedAt = performance.now();
    const gateway = await startProgram(program, { env });
    const askedAt = performance.now();
    startMs.push(askedAt - startedAt);
    const { data } = await post(gateway.url, query);
    const answerMs = performance.now() - askedAt;
    await gateway.end("SIGKILL");
    if (data === null) throw new Error(`No answer to ${query}`);
    return answerMs;
  }

  // The client's own first request is not the server's.
  await firstAnswerMs("{ __typename }");
  for (const query of readmeQueries) {
    const times: number[] = [];
    for (let start = 0; start < starts; start++) times.push(await firstAnswerMs(query));
    print(`${toOneLine(query).slice(0, 60).padEnd(60)} ${describe(times)}`);
  }
  print(`${"until it says where it answers".padEnd(60)} ${describe(startMs)}`);
  await silent.close();
}

function describe(times: number[]): string {
  times.sort((a, b) => a - b);
  const at = (share: number) => `${(times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(0)} ms`;
  return `fastest ${at(0)}, p50 ${at(0.5)}, slowest of ${times.length} ${at(1)}`;
}

const toOneLine = (query: string) => query.replace(/\s+/g, " ");

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
