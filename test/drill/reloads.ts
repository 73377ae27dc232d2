import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { deepShape } from "../bench/gateway/deep.ts";
import { startStubs } from "../bench/gateway/stubs.ts";
import { post, startGateway, type TestGateway } from "../support/gateway.ts";

const reloads = 200;
const settled = 20;
const connections = 8;
const mostGrowth = 1.1;

/** `npm run drill -- reloads`: 200 supergraphs one after the other under load. No answer fails and no memory stays. */
export async function drillReloads(): Promise<void> {
  const shape = deepShape(1);
  const stubs = await startStubs(shape);
  const folder = await mkdtemp(join(tmpdir(), "reloads-"));
  const file = join(folder, "supergraph.graphql");
  await writeFile(file, stubs.supergraph);
  const gateway = await startGateway({ SUPERGRAPH: file });
  const expected = JSON.stringify((await gateway.ask(shape.query)).data);
  const load = startLoad(gateway, shape.query, expected);
  const heaps: number[] = [];
  try {
    for (let version = 1; version <= reloads; version++) {
      // Written aside and put in place at once, as an editor or a mounted volume does.
      await writeFile(`${file}.next`, withField(stubs.supergraph, `version${version}`));
      await rename(`${file}.next`, file);
      await served(gateway, `version${version}`);
      if (version === settled || version === reloads) heaps.push(await heapAtRest(load));
    }
    const { answers, failed } = await load.stop();
    const [before = 0, after = 0] = heaps;
    process.stdout.write(
      `${reloads} reloads under load: ${failed} of ${answers} answers failed; heap ${mib(before)} after ${settled} reloads, ${mib(after)} after ${reloads}\n`,
    );
    if (failed > 0 || after > before * mostGrowth) process.exitCode = 1;
  } finally {
    await load.stop();
    await gateway.close();
    stubs.close();
    await rm(folder, { recursive: true });
  }
}

function withField(supergraph: string, name: string): string {
  return supergraph.replace("people(tag: String)", `${name}: Int @join__field(graph: PEOPLE)\n  people(tag: String)`);
}

async function served({ ask }: TestGateway, field: string): Promise<void> {
  for (;;) {
    const { data } = await ask('{ __type(name: "Query") { fields { name } } }');
    if (data.__type.fields.some(({ name }: { name: string }) => name === field)) return;
  }
}

interface Load {
  /** Lets what is under way finish and asks nothing more until it is called. */
  pause(): Promise<() => void>;
  stop(): Promise<{ answers: number; failed: number }>;
}

function startLoad({ url }: TestGateway, query: string, expected: string): Load {
  let answers = 0;
  let failed = 0;
  let isOver = false;
  let gate: Promise<void> = Promise.resolve();

  async function ask(): Promise<void> {
    while (!isOver) {
      await gate;
      const { status, data, errors } = await post(url, query).catch(() => ({ status: 0, data: null, errors: [] }));
      answers++;
      if (status !== 200 || errors.length > 0 || JSON.stringify(data) !== expected) failed++;
    }
  }

  const underWay = Array.from({ length: connections }, ask);
  return {
    async pause() {
      let resume = () => {};
      gate = new Promise((resolve) => {
        resume = resolve;
      });
      const before = answers;
      while (answers < before + connections) await new Promise((resolve) => setTimeout(resolve, 20));
      return resume;
    },
    async stop() {
      isOver = true;
      await Promise.all(underWay);
      return { answers, failed };
    },
  };
}

/** Bytes in use when nothing is asked and the garbage is gone. */
async function heapAtRest(load: Load): Promise<number> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const resume = await load.pause();
  for (let round = 0; round < 5; round++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const { heapUsed } = process.memoryUsage();
  resume();
  return heapUsed;
}

function mib(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
