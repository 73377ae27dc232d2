import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "../../../subgraphs/kit/project-root.ts";
import { freePort } from "../../support/free-port.ts";
import { installOnce } from "../../support/install-once.ts";
import type { Stubs } from "./stubs.ts";

export interface Target {
  readonly name: string;
  readonly url: string;
  readonly process: ChildProcess;
}

interface Command {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

const folder = join(projectRoot, "test", "bench", "gateway");
const foreign = join(folder, "foreign");

/** What is measured, each as one process of its own. */
export const targetNames = [
  "aryk",
  "lower bound",
  "@apollo/gateway",
  "Hive Gateway",
  "Hive Gateway, Rust planner",
] as const;
export type TargetName = (typeof targetNames)[number];

/** Installs the gateways of others, once. */
export function installForeign(): Promise<void> {
  return installOnce(foreign, "@graphql-hive/gateway");
}

export async function startTarget(name: TargetName, shape: string, file: string, stubs: Stubs): Promise<Target> {
  const port = await freePort();
  const { args, env, cwd } = commandOf(name, shape, file, port, stubs);
  const child = spawn(process.execPath, args, {
    cwd: cwd ?? projectRoot,
    env: {
      PATH: process.env["PATH"],
      NODE_ENV: "production",
      LOG_LEVEL: "error",
      APOLLO_TELEMETRY_DISABLED: "true",
      ...env,
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaints = "";
  child.stderr?.on("data", (chunk) => {
    complaints += chunk;
  });
  const url = `http://127.0.0.1:${port}/graphql`;
  for (let attempt = 0; !(await answers(url)); attempt++) {
    if (attempt > 300 || child.exitCode !== null) throw new Error(`${name} did not start:\n${complaints}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return { name, url, process: child };
}

function commandOf(name: TargetName, shape: string, file: string, port: number, stubs: Stubs): Command {
  const PORT = String(port);
  switch (name) {
    case "aryk":
      return { args: ["dist/gateway/main.js", "--gateway-only"], env: { PORT, SUPERGRAPH: file } };
    case "lower bound":
      return {
        args: ["--import", "tsx", join(folder, "lower-bound.ts")],
        env: { PORT, SHAPE: shape, URLS: JSON.stringify(Object.fromEntries(stubs.urls)) },
      };
    case "@apollo/gateway":
      return { args: [join(folder, "stock.mjs")], env: { PORT, SUPERGRAPH: file } };
    default: {
      const bin = join(foreign, "node_modules", "@graphql-hive", "gateway", "dist", "bin.js");
      const planner = name === "Hive Gateway" ? [] : ["--hive-router-runtime"];
      return {
        args: [bin, "supergraph", file, "--port", PORT, "--host", "127.0.0.1", ...planner],
        env: {},
        cwd: foreign,
      };
    }
  }
}

async function answers(url: string): Promise<boolean> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: '{"query":"{ __typename }"}',
  }).catch(() => undefined);
  return response?.ok === true;
}
