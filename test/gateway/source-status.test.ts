import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { flowPath } from "../support/fts-pages.ts";
import { startGateway, type TestGateway } from "../support/gateway.ts";
import { type RedisServer, startRedis } from "../support/redis.ts";
import { startUpstream, type Upstream } from "../support/upstream.ts";

let replay: Upstream;
let redis: RedisServer;
let here: TestGateway;
let there: TestGateway;
beforeEach(async () => {
  [replay, redis] = await Promise.all([startUpstream(), startRedis()]);
  const bases = Object.fromEntries(
    ["GWM", "FTS", "COMTRADE", "OPEN_METEO_ARCHIVE"].map((id) => [`${id}_BASE_URL`, replay.url]),
  );
  const env = { ...bases, SOURCES: "live", REDIS_URL: redis.url, COMTRADE_KEY: "a-key-of-this-test" };
  [here, there] = await Promise.all([startGateway(env), startGateway(env)]);
});
afterEach(async () => {
  await Promise.all([here.close(), there.close()]);
  await Promise.all([replay.close(), redis.close()]);
});

const query = `{ sources { source { id } availability lastSuccess lastErrorCode lastErrorAt quotaRemaining quotaResetsAt } }`;
async function statusOf(gateway: TestGateway, id: string) {
  const { data, errors } = await gateway.ask(query);
  expect(errors).toEqual([]);
  return data.sources.find(({ source }: { source: { id: string } }) => source.id === id);
}
/** What a process tells of another one's calls, which it sees a second later at most. */
const eventually = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 10_000 });
const levels = "/timeseries/lake000270.10d.2.txt";
const askLevels = (gateway: TestGateway) => gateway.ask('{ lake(id: "caspian-sea") { levels { datum } } }');

test("what one process was answered another one tells, also after its own call failed", async () => {
  replay.script(levels, { body: " 1 2 20260725 12 3 1.0 0.03 a b c d e f g -28.44\n" });
  await askLevels(here);
  let lastSuccess: string | null = null;
  await eventually(async () => {
    ({ lastSuccess } = await statusOf(there, "GWM"));
    expect(lastSuccess).toMatch(/^20/);
  });

  await redis.cli("eval", "return redis.call('del', unpack(redis.call('keys', 'aryk:v1:GWM:*')))", "0");
  replay.script(levels, { status: 400, body: "" });
  await askLevels(there);
  for (const gateway of [here, there]) {
    await eventually(async () =>
      expect(await statusOf(gateway, "GWM")).toMatchObject({ lastSuccess, lastErrorCode: "SOURCE_REJECTED" }),
    );
  }
});

test("answers that are good one by one and cannot be used together are a failure", async () => {
  replay.script(flowPath, {
    body: { status: "ok", data: { flows: [] }, meta: { nextLink: `${replay.url}${flowPath}` } },
  });
  await here.ask('{ country(code: "AFG") { funding(year: 2020) { totalUsd } } }');
  expect(await statusOf(here, "FTS")).toMatchObject({ availability: "LIVE", lastErrorCode: "SOURCE_MALFORMED" });
});

test("calls that are left are whole ones, and none once the service says so", async () => {
  replay.script("/archive", { body: { latitude: 51, longitude: 71, daily: {} } });
  await here.ask('{ country(code: "KAZ") { climate(from: "2025-01-01", to: "2025-12-31") { value } } }');
  expect((await statusOf(here, "OPEN_METEO_ARCHIVE")).quotaRemaining).toBe(9_994);

  replay.script("/data/v1/get/C/A/HS", { status: 403, headers: { "retry-after": "3600" }, body: "" });
  const askedAt = Date.now();
  await here.ask('{ country(code: "KAZ") { exports(year: 2023, source: COMTRADE) { valueUsd } } }');
  for (const gateway of [here, there]) {
    await eventually(async () => {
      const { quotaRemaining, quotaResetsAt, lastErrorCode } = await statusOf(gateway, "COMTRADE");
      expect([quotaRemaining, lastErrorCode]).toEqual([0, "SOURCE_QUOTA_EXCEEDED"]);
      expect(Date.parse(quotaResetsAt) - askedAt).toBeGreaterThanOrEqual(3_600_000);
    });
  }
  await there.ask('{ country(code: "UZB") { exports(year: 2023, source: COMTRADE) { valueUsd } } }');
  expect(replay.requests.filter(({ path }) => path.startsWith("/data/v1"))).toHaveLength(1);
});
