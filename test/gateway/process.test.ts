import { createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { post } from "../support/gateway.ts";
import { startProgram } from "../support/program.ts";

test("SIGTERM ends the gateway with 0 within two seconds and frees its port", async () => {
  const program = await startProgram("gateway/main.ts");
  onTestFinished(() => void program.process.kill("SIGKILL"));
  const { port } = new URL(program.url);
  expect((await post(program.url, '{ country(code: "KAZ") { code } }')).data).toEqual({ country: { code: "KAZ" } });

  const { code, afterMs } = await program.end("SIGTERM");

  expect(code).toBe(0);
  expect(afterMs).toBeLessThan(2000);
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(Number(port), "127.0.0.1", () => probe.close(() => resolve()));
  });
});

test("the gateway connects to nobody while it starts and answers", async () => {
  const program = await startProgram("gateway/main.ts", { preload: ["./test/support/record-connections.mjs"] });
  onTestFinished(() => void program.process.kill("SIGKILL"));

  await post(program.url, '{ country(code: "KAZ") { code name } }');
  await program.end("SIGTERM");

  expect(program.complaints()).not.toMatch(/CONNECTION|LOOKUP (?!127\.0\.0\.1)/);
});

test("with SOURCES=snapshot no connection is opened, whatever is asked", async () => {
  const program = await startProgram("gateway/main.ts", {
    preload: ["./test/support/record-connections.mjs"],
    env: { SOURCES: "snapshot", OPENAQ_KEY: "k", HAPI_APP_IDENTIFIER: "k", RELIEFWEB_APPNAME: "k" },
  });
  onTestFinished(() => void program.process.kill("SIGKILL"));

  const { data, errors } = await post(
    program.url,
    `{ sources { availability } reliefReports(country: "AFG") { id } earthquakes(first: 1) { totalCount } hazards { id }
      lake(id: "caspian-sea") { levels { datum } } dam(id: "toktogul") { waterArea { value } }
      river(id: "naryn") { discharge { missing } }
      country(code: "AFG") { indicator(id: "SP.POP.TOTL") { latest { value } } funding(year: 2020) { totalUsd }
        exports(year: 2023) { valueUsd } imports(year: 2023, source: COMTRADE) { valueUsd }
        climate { value } airQuality { value } presence { sector } risk { overall } foodPrices(commodity: "Wheat") { afn }
        foodSecurity { analysis } displacement(year: 2024) { estimates { value } } } }`,
  );
  expect(data?.country?.funding.totalUsd).toBeGreaterThan(0);
  expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(["SOURCE_OFF"]));
  await program.end("SIGTERM");

  expect(program.complaints()).not.toMatch(/CONNECTION|LOOKUP (?!127\.0\.0\.1)/);
});

test("one subgraph serves alone over HTTP and the gateway takes it from its URL", async () => {
  const subgraph = await startProgram("gateway/subgraph.ts", { args: ["countries"] });
  onTestFinished(() => void subgraph.process.kill("SIGKILL"));
  const gateway = await startProgram("gateway/main.ts", { env: { SUBGRAPH_COUNTRIES_URL: `${subgraph.url}/graphql` } });
  onTestFinished(() => void gateway.process.kill("SIGKILL"));
  const query = '{ good: country(code: "KZ") { name } bad: country(code: "KAX") { name } }';

  const { data, errors } = await post(gateway.url, query);
  expect(data).toEqual({ good: { name: "Kazakhstan" }, bad: null });
  expect(errors).toMatchObject([{ path: ["bad"], extensions: { code: "UNKNOWN_COUNTRY" } }]);

  await subgraph.end("SIGTERM");
  const without = await post(gateway.url, query);
  expect(without.data).toEqual({ good: null, bad: null });
  expect(without.errors[0]?.extensions).toEqual({ code: "SUBGRAPH_UNAVAILABLE", serviceName: "countries" });
  await gateway.end("SIGTERM");
});

test("wrong settings are named and nothing starts", async () => {
  await expect(startProgram("gateway/main.ts", { env: { ARYK_ADMIN_PROT: "1", PORT: "seventy" } })).rejects.toThrow(
    /ended with 2[\s\S]*ARYK_ADMIN_PROT: not a setting[\s\S]*PORT/,
  );
  await expect(startProgram("gateway/main.ts", { args: ["--gateway-only"] })).rejects.toThrow(
    /SUBGRAPH_COUNTRIES_URL: needed/,
  );
});
