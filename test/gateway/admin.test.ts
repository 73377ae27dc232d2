import { pino } from "pino";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { startAdmin } from "../../gateway/admin.ts";
import { loadConfig } from "../../gateway/config.ts";
import { openDeps, type ProcessDeps } from "../../gateway/deps.ts";
import type { HttpServer } from "../../gateway/http/server.ts";
import { post } from "../support/gateway.ts";
import { startProgram } from "../support/program.ts";
import { type RedisServer, startRedis, until } from "../support/redis.ts";
import { listenSilently } from "../support/silent-server.ts";
import { untilRedisIsUsed } from "../support/storage.ts";

const key = "an-admin-key-of-this-test";
let redis: RedisServer;
let deps: ProcessDeps;
let admin: HttpServer;
let logged = "";

beforeAll(async () => {
  redis = await startRedis();
  const config = loadConfig({ REDIS_URL: redis.url, ARYK_ADMIN_PORT: "0", ARYK_ADMIN_KEY: key });
  const write = (line: string) => {
    logged += line;
  };
  const log = pino({ level: "trace" }, { write });
  deps = openDeps(config, log);
  await untilRedisIsUsed(deps.store);
  const started = await startAdmin(config, deps);
  if (!started) throw new Error("No admin server");
  admin = started;
});
afterAll(async () => {
  await admin.close();
  await deps.close();
  await redis.close();
});

async function call(path: string, init: RequestInit & { readonly key?: string } = {}) {
  const { key: given = key, ...rest } = init;
  const response = await fetch(admin.url + path, {
    ...rest,
    headers: { ...(given !== "" && { authorization: `Bearer ${given}` }), "content-type": "application/json" },
  });
  const text = await response.text();
  return { status: response.status, text, json: () => JSON.parse(text) };
}
const invalidate = (body: unknown) => call("/admin/invalidate", { method: "POST", body: JSON.stringify(body) });

async function keep(name: string, tags: readonly string[]): Promise<void> {
  const now = Date.now();
  await deps.store.set(name, { value: 1, storedAt: now, freshUntil: now + 60_000, staleUntil: now + 60_000, tags });
}

test("an invalidation drops what has one of the tags and says how many", async () => {
  await keep("a", ["source:FTS", "country:AFG"]);
  await keep("b", ["source:FTS"]);
  await keep("c", ["source:GDACS"]);
  const answer = await invalidate({ tags: ["country:AFG", "source:FTS"] });
  expect(answer).toMatchObject({ status: 200 });
  expect(answer.json()).toEqual({ count: 2 });
  expect([...(await deps.store.getMany(["a", "b", "c"])).keys()]).toEqual(["c"]);
});

test.each([{}, { tags: [] }, { tags: "source:FTS" }, { tags: [""] }, { tags: ["a"], type: "Country" }])(
  "%j is refused with what it should be",
  async (body) => {
    const answer = await invalidate(body);
    expect(answer.status).toBe(400);
    expect(answer.json().errors[0]).toMatchObject({
      message: expect.stringContaining('{"tags": ["source:FTS", "country:AFG"]}'),
      extensions: { code: "BAD_REQUEST" },
    });
  },
);

test.each(["", "wrong", `${key}x`, key.slice(1)])("the key %j opens nothing", async (given) => {
  for (const path of ["/metrics", "/admin/invalidate"]) {
    const answer = await call(path, { key: given });
    expect(answer.status).toBe(401);
    expect(answer.json().errors[0].extensions.code).toBe("ADMIN_KEY_WRONG");
  }
});

test("the metrics are there for Prometheus", async () => {
  await deps.store.getMany(["nothing"]);
  const { status, text } = await call("/metrics");
  expect(status).toBe(200);
  expect(text).toMatch(/^aryk_store_reads_total\{tier="redis",result="miss"\} \d+$/m);
  expect((await call("/metrics", { method: "POST" })).status).toBe(400);
});

test("while Redis is away the call says that nothing was dropped there", async () => {
  await redis.kill();
  const answer = await invalidate({ tags: ["source:FTS"] });
  expect(answer.status).toBe(503);
  expect(answer.json().errors[0].extensions.code).toBe("CACHE_UNAVAILABLE");
  await redis.restart();
});

test("without a key there is no admin port, and a short key stops the start", async () => {
  expect(await startAdmin(loadConfig({ ARYK_ADMIN_PORT: "0" }), deps)).toBeUndefined();
  expect(() => loadConfig({ ARYK_ADMIN_KEY: "short" })).toThrow(/ARYK_ADMIN_KEY: at least 16 characters/);
});

test("neither the admin key nor a Redis password is in a log line, an error or a metric", async () => {
  const locked = await startRedis({ args: ["--requirepass", "hunter2-of-this-test"] });
  onTestFinished(() => locked.close());
  const config = loadConfig({ REDIS_URL: `redis://:hunter2-of-this-test@127.0.0.1:${locked.port}` });
  const other = openDeps(config, deps.log);
  await untilRedisIsUsed(other.store);
  await locked.kill();
  const error: unknown = await other.store.invalidate(["any"]).catch((reason) => reason);
  await until("the loss to be logged", () => logged.includes("Redis cannot be reached"));
  const metrics = (await other.registry.metrics()) + (await deps.registry.metrics());
  const said = logged + JSON.stringify(error) + String(error) + metrics;
  expect(said).not.toContain("hunter2");
  expect(said).not.toContain(key);
  expect(() => loadConfig({ REDIS_URL: "redis://:hunter2@h1,h2" })).toThrow(/REDIS_URL: (?!.*hunter2)/);
  await other.close();
});

test("SIGTERM ends the gateway with 0 within two seconds, also while Redis hangs", async () => {
  const hanging = await startRedis();
  onTestFinished(() => hanging.close());
  const program = await startProgram("gateway/main.ts", { env: { REDIS_URL: hanging.url, SOURCES: "snapshot" } });
  onTestFinished(() => void program.process.kill("SIGKILL"));
  hanging.pause();
  expect((await post(program.url, '{ country(code: "KAZ") { code } }')).data).toEqual({ country: { code: "KAZ" } });
  const { code, afterMs } = await program.end("SIGTERM");
  expect(code).toBe(0);
  expect(afterMs).toBeLessThan(2000);
});

test("SIGTERM ends the gateway in time while it renews figures behind, and leaves no lock for others to wait for", async () => {
  const [shared, upstream] = await Promise.all([startRedis(), listenSilently()]);
  onTestFinished(async () => void (await Promise.all([shared.close(), upstream.close()])));
  const program = await startProgram("gateway/main.ts", {
    env: { REDIS_URL: shared.url, SOURCES: "auto", WORLD_BANK_BASE_URL: upstream.url },
  });
  onTestFinished(() => void program.process.kill("SIGKILL"));
  const locks = () => shared.cli("--scan", "--pattern", "aryk:lock:*");
  await post(program.url, '{ country(code: "KAZ") { indicator(id: "SP.POP.TOTL") { latest { value } } } }');
  await until("the renewal", async () => upstream.requests.length > 0 && (await locks()) !== "");
  const { code, afterMs } = await program.end("SIGTERM");
  expect(code).toBe(0);
  expect(afterMs).toBeLessThan(2000);
  expect(await locks()).toBe("");
});
