import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { projectRoot } from "../../subgraphs/kit/project-root.ts";

export interface Program {
  readonly process: ChildProcess;
  /** Where it answers, as it says. */
  readonly url: string;
  /** All it wrote to stderr so far. */
  complaints(): string;
  /** Sends the signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<{ code: number | null; afterMs: number }>;
}

export interface ProgramOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Modules to load before the program. */
  readonly preload?: readonly string[];
}

/** Starts a program as its own node process and waits until it prints the address at which it answers. */
export async function startProgram(
  file: string,
  { args = [], env = {}, preload = [] }: ProgramOptions = {},
): Promise<Program> {
  const { APOLLO_TELEMETRY_DISABLED: _, ...inherited } = process.env;
  // What is built needs no translator.
  const imports = [...(file.endsWith(".ts") ? ["tsx"] : []), ...preload].flatMap((module) => ["--import", module]);
  const child = spawn(process.execPath, [...imports, file, ...args], {
    cwd: projectRoot,
    env: { ...inherited, NODE_ENV: "production", PORT: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let complaints = "";
  child.stderr.on("data", (chunk) => {
    complaints += chunk;
  });
  const ended = once(child, "exit");
  const lines = createInterface({ input: child.stdout });
  const url = await Promise.race([
    new Promise<string>((resolve) => {
      lines.on("line", (line) => {
        const address = /http:\/\/[^/\s]+/.exec(line)?.[0];
        if (address) resolve(address);
      });
    }),
    ended.then(([code]) => Promise.reject(new Error(`${file} ended with ${code} before it was ready:\n${complaints}`))),
  ]);
  return {
    process: child,
    url,
    complaints: () => complaints,
    async end(signal) {
      const sentAt = performance.now();
      child.kill(signal);
      const [code] = await ended;
      return { code, afterMs: performance.now() - sentAt };
    },
  };
}
