import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { projectRoot } from "../../subgraphs/kit/project-root.ts";
import { upstreamIds } from "../../subgraphs/kit/source/upstreams.ts";
import { freePort } from "../support/free-port.ts";
import { recorded } from "../support/recorded.ts";
import { replayedService } from "../support/replay-source.ts";

const replay = replayedService();

const secrets = {
  COMTRADE_KEY: "secret-of-comtrade",
  OPENAQ_KEY: "secret-of-openaq",
  HAPI_APP_IDENTIFIER: "secret-of-hapi",
  RELIEFWEB_APPNAME: "secret-of-reliefweb",
};

async function check(env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", "gateway/check-sources.ts"], {
    cwd: projectRoot,
    env: { ...process.env, ...env },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const [code] = await once(child, "close");
  return { code, output };
}

const at = (url: string) => Object.fromEntries(upstreamIds.map((id) => [`${id}_BASE_URL`, url]));

test("each source has a line that says how it stands, and no line holds a key", async () => {
  replay.script("/country/KAZ;UZB/indicator/SP.POP.TOTL", { body: recorded("world-bank/population.json") });
  replay.script("/query", { body: { type: "FeatureCollection", features: [{ id: 12 }] } });
  replay.script("/reports", { status: 403, body: { error: secrets.RELIEFWEB_APPNAME } });
  replay.script("/locations", { body: `{"meta": "${secrets.OPENAQ_KEY}` });
  replay.script("/public/v1/preview/C/A/HS", { status: 429, headers: { "retry-after": "60" } });
  replay.script("/data/v1/get/C/A/HS", { status: 429, headers: { "retry-after": "60" } });
  replay.script("/events/geteventlist/SEARCH", { status: 204 });

  const { code, output } = await check({ ...at(replay.url), ...secrets });

  const line = (id: string) => output.split("\n").find((each) => each.startsWith(`${id} `));
  expect(line("WORLD_BANK")).toMatch(/^WORLD_BANK +ok +\d+$/);
  expect(line("GDACS")).toMatch(/ ok /);
  expect(line("USGS")).toMatch(/shape changed .* features\[0\]\.id/);
  expect(line("RELIEFWEB")).toMatch(/refused .*RELIEFWEB_APPNAME/);
  expect(line("OPENAQ")).toMatch(/shape changed/);
  expect(line("COMTRADE")).toMatch(/asks for a pause/);
  expect(line("GWM")).toMatch(/nothing/);
  for (const id of upstreamIds) expect(line(id)).toBeDefined();
  expect(code).toBe(1);
  for (const secret of Object.values(secrets)) expect(output).not.toContain(secret);
});

test("without a network it says so, and shows no stack", async () => {
  const { code, output } = await check(at(`http://127.0.0.1:${await freePort()}`));
  expect(code).toBe(1);
  expect(output).toMatch(/No upstream was reached/);
  expect(output).toMatch(/OPENAQ +needs key .*OPENAQ_KEY/);
  expect(output).not.toMatch(/\n\s+at /);
});

test("services that are all out of order are no lack of a network", async () => {
  replay.script("*", { status: 503, headers: { "retry-after": "60" }, body: "" });
  const { code, output } = await check(at(replay.url));
  expect(code).toBe(1);
  expect(output).toMatch(/No upstream answered\.$/m);
  expect(output).not.toMatch(/network/);
});

test("a base URL with a key in it stops the check before anything is asked", async () => {
  const { code, output } = await check({
    WORLD_BANK_BASE_URL: "https://example.org/v2?key=1",
    USGS_BASE_URL: "nowhere",
  });
  expect(code).toBe(2);
  expect(output).toMatch(/WORLD_BANK_BASE_URL: not an http/);
  expect(output).toMatch(/USGS_BASE_URL: not an http/);
  expect(output).not.toContain("key=1");
});
