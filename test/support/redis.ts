import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { freePort } from "./free-port.ts";

const run = promisify(execFile);

export interface RedisServer {
  readonly port: number;
  /** As REDIS_URL takes it. */
  readonly url: string;
  /** What `redis-cli` answers, trimmed. */
  cli(...args: readonly string[]): Promise<string>;
  /** Stops it without closing its connections: it hangs. */
  pause(): void;
  resume(): void;
  /** Ends it at once, as a crash does. */
  kill(): Promise<void>;
  /** Starts it again, empty, at the same port. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface RedisServerOptions {
  readonly port?: number;
  readonly args?: readonly string[];
  /** Text of a configuration file; Sentinel needs one, which it rewrites. */
  readonly config?: string;
}

/** A real redis-server of its own, which keeps nothing on disk. */
export async function startRedis({ port, args = [], config }: RedisServerOptions = {}): Promise<RedisServer> {
  const ownPort = port ?? (await freePort());
  const folder = mkdtempSync(join(tmpdir(), "aryk-redis-"));
  const file = join(folder, "redis.conf");
  if (config !== undefined) writeFileSync(file, config);
  let child: ChildProcess;

  async function cli(...words: readonly string[]): Promise<string> {
    const { stdout } = await run("redis-cli", ["-p", String(ownPort), ...words]);
    return stdout.trim();
  }

  async function start(): Promise<void> {
    const own = ["--port", String(ownPort), "--bind", "127.0.0.1", "--dir", folder];
    const keepsNothing = config === undefined ? ["--save", "", "--appendonly", "no"] : [];
    child = spawn("redis-server", [...(config === undefined ? [] : [file]), ...args, ...own, ...keepsNothing], {
      stdio: "ignore",
    });
    await until(`redis-server at ${ownPort}`, async () => /PONG|NOAUTH/.test(await cli("ping")));
  }

  async function kill(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  }

  await start();
  return {
    port: ownPort,
    url: `redis://127.0.0.1:${ownPort}`,
    cli,
    pause: () => void child.kill("SIGSTOP"),
    resume: () => void child.kill("SIGCONT"),
    kill,
    restart: start,
    async close() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface RedisGroup {
  readonly url: string;
  /** Those that hold data, masters first. */
  readonly servers: readonly RedisServer[];
  close(): Promise<void>;
}

/** A master, a replica and one Sentinel that watches them. */
export async function startSentinel(): Promise<RedisGroup> {
  const master = await startRedis();
  const replica = await startRedis({ args: ["--replicaof", `127.0.0.1 ${master.port}`] });
  const sentinel = await startRedis({
    args: ["--sentinel"],
    config: [
      `sentinel monitor main 127.0.0.1 ${master.port} 1`,
      "sentinel down-after-milliseconds main 500",
      "sentinel failover-timeout main 2000",
      "",
    ].join("\n"),
  });
  await until("the replica", async () => (await replica.cli("info", "replication")).includes("master_link_status:up"));
  await until("the Sentinel", async () =>
    (await sentinel.cli("sentinel", "replicas", "main")).includes(`${replica.port}`),
  );
  return group(`redis+sentinel://127.0.0.1:${sentinel.port}/main`, [master, replica], [sentinel]);
}

/** Three masters that share the slots. */
export async function startCluster(): Promise<RedisGroup> {
  const servers = await Promise.all(
    [0, 1, 2].map(async () => {
      const busPort = await freePort();
      return startRedis({
        args: [
          "--cluster-enabled",
          "yes",
          "--cluster-port",
          String(busPort),
          "--cluster-node-timeout",
          "2000",
          "--cluster-require-full-coverage",
          "no",
        ],
      });
    }),
  );
  const addresses = servers.map(({ port }) => `127.0.0.1:${port}`);
  await run("redis-cli", ["--cluster", "create", ...addresses, "--cluster-replicas", "0", "--cluster-yes"]);
  await until("the cluster", async () => {
    const infos = await Promise.all(servers.map(({ cli }) => cli("cluster", "info")));
    return infos.every((info) => info.includes("cluster_state:ok"));
  });
  return group(`redis+cluster://${addresses.join(",")}`, servers, []);
}

function group(url: string, servers: readonly RedisServer[], others: readonly RedisServer[]): RedisGroup {
  return {
    url,
    servers,
    async close() {
      await Promise.all([...others, ...servers].map((server) => server.close()));
    },
  };
}

/** Asks until it is so. @throws when it is not within ten seconds */
export async function until(what: string, isSo: () => Promise<boolean> | boolean): Promise<void> {
  const startedAt = performance.now();
  while (performance.now() - startedAt < 10_000) {
    if (await Promise.resolve(isSo()).catch(() => false)) return;
    await sleep(20);
  }
  throw new Error(`Waited ten seconds for ${what}`);
}
