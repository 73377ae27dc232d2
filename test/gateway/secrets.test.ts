import { expect, onTestFinished, test } from "vitest";
import { freePort } from "../support/free-port.ts";
import { post } from "../support/gateway.ts";
import { startProgram } from "../support/program.ts";
import { startRedis } from "../support/redis.ts";
import { type Reply, type SeenRequest, startUpstream } from "../support/upstream.ts";

const keys = {
  OPENAQ_KEY: "secret-of-openaq",
  COMTRADE_KEY: "secret-of-comtrade",
  HAPI_APP_IDENTIFIER: "secret-of-hapi",
  RELIEFWEB_APPNAME: "secret-of-reliefweb",
};
const adminKey = "secret-of-the-admin";
const redisPassword = "secret-of-redis";
const countries = ["KAZ", "KGZ", "TJK", "TKM", "UZB", "AFG"];

/** The key that a question came with. */
const keyOf = ({ headers, query }: SeenRequest) =>
  String(
    headers["x-api-key"] ?? headers["ocp-apim-subscription-key"] ?? query.get("app_identifier") ?? query.get("appname"),
  );

/** All that a service can do wrong with the key that it was asked with, one after the other. */
const faults: readonly ((key: string) => Reply)[] = [
  (key) => ({ status: 401, body: { message: `The key ${key} is not known` } }),
  (key) => ({ status: 500, headers: { "x-echo": key }, body: `No answer to ?key=${key}` }),
  (key) => ({ body: `{"asked": "https://example.org/?key=${key}",` }),
  (key) => ({ body: { [key]: key, data: [{ [key]: key }], results: key, count: key } }),
  (key) => ({ status: 302, headers: { location: `https://${key}@other.example/?key=${key}` }, body: key }),
  (key) => ({ status: 404, body: key }),
];

test("no key is in an answer, a log line, a metric or Redis, whatever the services do with it", async () => {
  const [replay, redis, adminPort] = await Promise.all([
    startUpstream(),
    startRedis({ args: ["--requirepass", redisPassword] }),
    freePort(),
  ]);
  onTestFinished(async () => void (await Promise.all([replay.close(), redis.close()])));
  const calls = new Map<string, number>();
  replay.script("*", (request) => {
    const key = keyOf(request);
    const before = calls.get(key) ?? 0;
    calls.set(key, before + 1);
    return faults[before % faults.length]?.(key) ?? {};
  });
  const ids = Object.keys(keys).map((name) => name.replace(/_(KEY|APP_IDENTIFIER|APPNAME)$/, ""));
  const program = await startProgram("gateway/main.ts", {
    env: {
      ...keys,
      ...Object.fromEntries(ids.map((id) => [`${id}_BASE_URL`, replay.url])),
      SOURCES: "live",
      LOG_LEVEL: "trace",
      REDIS_URL: `redis://:${redisPassword}@127.0.0.1:${redis.port}`,
      ARYK_ADMIN_PORT: String(adminPort),
      ARYK_ADMIN_KEY: adminKey,
    },
  });
  onTestFinished(() => void program.process.kill("SIGKILL"));

  const query = `query ($code: CountryCode!) { reliefReports(country: $code) { id } country(code: $code) {
    airQuality { value missing } presence { sector } risk { overall missing }
    exports(year: 2023, source: COMTRADE) { valueUsd missing } } }`;
  const answers = await Promise.all(countries.map((code) => post(program.url, query, { code })));
  const status = await post(program.url, "{ sources { source { id } availability lastErrorCode } }");
  const metrics = await fetch(`http://127.0.0.1:${adminPort}/metrics`, {
    headers: { authorization: `Bearer ${adminKey}` },
  });
  const cli = (...words: readonly string[]) => redis.cli("--no-auth-warning", "-a", redisPassword, ...words);
  const names = (await cli("--scan")).split("\n");
  const kept = await Promise.all(names.map((name) => cli("--raw", "dump", name)));
  const told = [
    JSON.stringify([answers, status]),
    program.complaints(),
    await metrics.text(),
    names.join(),
    kept.join(),
  ].join("\n");

  expect([...calls.keys()].toSorted()).toEqual(Object.values(keys).toSorted());
  for (const code of ["REJECTED", "MALFORMED"]) expect(told).toContain(`SOURCE_${code}`);
  expect(program.complaints()).toContain("A source failed");
  for (const secret of [...Object.values(keys), adminKey, redisPassword]) expect(told).not.toContain(secret);
  expect(told).not.toContain(new URL(replay.url).host);
}, 60_000);
