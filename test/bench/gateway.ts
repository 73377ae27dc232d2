import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { deepShape } from "./gateway/deep.ts";
import { flatShape } from "./gateway/flat.ts";
import { type Figures, load, peakMemoryMiB } from "./gateway/load.ts";
import type { Shape } from "./gateway/shape.ts";
import { startStubs } from "./gateway/stubs.ts";
import { installForeign, startTarget, type Target, targetNames } from "./gateway/targets.ts";

const rounds = 3;
const connections = 16;

/** `npm run bench -- gateway`: this gateway, others and a plan written by hand over the same subgraphs, in turn. */
export async function benchGateway(): Promise<void> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: { seconds: { type: "string", default: "6" }, only: { type: "string" }, shape: { type: "string" } },
  });
  const seconds = Number(values.seconds);
  await installForeign();
  for (const shape of [flatShape(40), deepShape(1)].filter(({ name }) => !values.shape || name === values.shape)) {
    await benchShape(shape, seconds, values.only);
  }
  if (!values.only && !values.shape) await benchSizes(seconds);
}

async function benchShape(shape: Shape, seconds: number, only: string | undefined): Promise<void> {
  await withTargets(shape, only, async (targets, delay, calls) => {
    for (const { delayMs, unique } of [
      { delayMs: 0, unique: true },
      { delayMs: 0, unique: false },
      { delayMs: 4, unique: true },
      { delayMs: 100, unique: true },
    ]) {
      delay(delayMs);
      const figures = new Map<string, Figures[]>(targets.map(({ name }) => [name, []]));
      const perRequest = new Map<string, number>();
      for (const target of targets) {
        await load(target, { query: shape.query, connections, seconds: delayMs === 0 && unique ? seconds : 1, unique });
        const before = calls();
        await load(target, { query: shape.query, connections: 1, seconds: 0, unique: true });
        perRequest.set(target.name, calls() - before);
      }
      for (let round = 0; round < rounds; round++) {
        for (const target of targets) {
          figures.get(target.name)?.push(await load(target, { query: shape.query, connections, seconds, unique }));
        }
      }
      print(
        `${shape.name}, ${unique ? "unique" : "identical"} requests, subgraphs answer after ${delayMs} ms`,
        figures,
        perRequest,
      );
    }
    for (const target of targets)
      process.stdout.write(`peak memory of ${target.name}: ${peakMemoryMiB(target).toFixed(0)} MiB\n`);
  });
}

/** Whether the cost grows as the answer does. */
async function benchSizes(seconds: number): Promise<void> {
  for (const [name, make] of [
    ["flat", (times: number) => flatShape(40 * times)],
    ["deep", deepShape],
  ] as const) {
    const points: { bytes: number; cpu: number }[] = [];
    for (const times of [1, 4, 16]) {
      const shape = make(times);
      await withTargets(shape, "aryk", async ([target]) => {
        if (!target) return;
        await load(target, { query: shape.query, connections: 4, seconds: seconds * 2, unique: true });
        const { bytes, cpuMsPerRequest } = await load(target, {
          query: shape.query,
          connections: 4,
          seconds,
          unique: true,
        });
        points.push({ bytes, cpu: cpuMsPerRequest });
      });
    }
    const parts = points.map(({ bytes, cpu }) => `${(bytes / 1024).toFixed(0)} KiB ${cpu.toFixed(2)} ms`);
    process.stdout.write(`${name}, CPU of aryk by size of answer: ${parts.join(", ")}; ${lineThrough(points)}\n`);
  }
}

/** The straight line nearest to the points, and how much of their spread it explains. */
function lineThrough(points: readonly { bytes: number; cpu: number }[]): string {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map(({ bytes }) => bytes)), mean(points.map(({ cpu }) => cpu))];
  const sum = (of: (dx: number, dy: number) => number) =>
    points.reduce((total, { bytes, cpu }) => total + of(bytes - x, cpu - y), 0);
  const slope = sum((dx, dy) => dx * dy) / sum((dx) => dx * dx);
  const explained = sum((dx, dy) => dx * dy) ** 2 / (sum((dx) => dx * dx) * sum((_, dy) => dy * dy));
  return `${(y - slope * x).toFixed(2)} ms + ${(slope * 102_400).toFixed(2)} ms per 100 KiB, R² ${explained.toFixed(3)}`;
}

async function withTargets(
  shape: Shape,
  only: string | undefined,
  use: (targets: readonly Target[], delay: (ms: number) => void, calls: () => number) => Promise<void>,
): Promise<void> {
  const stubs = await startStubs(shape);
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  const file = join(folder, "supergraph.graphql");
  await writeFile(file, stubs.supergraph);
  const targets: Target[] = [];
  try {
    for (const name of targetNames) {
      if (!only || only.split("+").includes(name)) targets.push(await startTarget(name, shape.name, file, stubs));
    }
    await use(targets, stubs.delay, stubs.calls);
  } finally {
    for (const target of targets) target.process.kill("SIGKILL");
    stubs.close();
    await rm(folder, { recursive: true });
  }
}

function print(
  title: string,
  figures: ReadonlyMap<string, readonly Figures[]>,
  calls: ReadonlyMap<string, number>,
): void {
  process.stdout.write(
    `\n${title}\n| gateway | CPU ms a request | requests a second | p50 ms | p99 ms | calls | KiB | failed | answers |\n|---|---|---|---|---|---|---|---|---|\n`,
  );
  const hashes = new Set<string>();
  for (const [name, rounds] of figures) {
    const median = (pick: (one: Figures) => number) =>
      rounds.map(pick).sort((a, b) => a - b)[Math.floor(rounds.length / 2)] ?? 0;
    const own = new Set(rounds.flatMap((one) => one.hashes));
    for (const hash of own) hashes.add(hash);
    const cells = [
      name,
      median((one) => one.cpuMsPerRequest).toFixed(2),
      median((one) => one.requestsPerSecond).toFixed(0),
      median((one) => one.p50Ms).toFixed(1),
      median((one) => one.p99Ms).toFixed(1),
      calls.get(name) ?? "",
      ((rounds[0]?.bytes ?? 0) / 1024).toFixed(1),
      rounds.reduce((sum, one) => sum + one.failed, 0),
      [...own].join(" "),
    ];
    process.stdout.write(`| ${cells.join(" | ")} |\n`);
  }
  if (hashes.size !== 1) throw new Error("The gateways do not give the same answer");
}
