import { expect, test, vi } from "vitest";
import { liveGateway } from "../../support/live-gateway.ts";
import { recordedText } from "../../support/recorded.ts";

const { replay, gateway } = liveGateway();

const path = "/data/IMF.STA,IMTS/KAZ.XG_FOB_USD..A";
const query = `{ country(code: "KAZ") { exports(year: 2019) { valueUsd provenance { freshness } } }
  tradeFlows(reporter: "KAZ", partner: "UZB", flow: EXPORT, from: 2023, to: 2023) { nodes { valueUsd provenance { freshness } } } }`;

test("the shipped total is served at once, and the years since then when they are fetched", async () => {
  replay.script(path, { body: recordedText("imf/kaz-exports.csv") });
  await gateway.open({ SOURCES: "auto", IMF_BASE_URL: replay.url });
  const first = await gateway.ask(query);
  expect(first.errors).toEqual([]);
  expect(first.data).toMatchObject({
    country: { exports: { provenance: { freshness: "SNAPSHOT" } } },
    tradeFlows: { nodes: [] },
  });
  await vi.waitFor(async () =>
    expect((await gateway.ask(query)).data).toEqual({
      country: { exports: { valueUsd: 57_677_000_000, provenance: { freshness: "CACHED" } } },
      tradeFlows: { nodes: [{ valueUsd: 3_129_993_000, provenance: { freshness: "CACHED" } }] },
    }),
  );
});

test("when the service is down and nothing may stand in for it, the field has its code", async () => {
  replay.script(path, { status: 503, body: "" });
  await gateway.open({ SOURCES: "live", IMF_BASE_URL: replay.url });
  const { data, errors } = await gateway.ask('{ country(code: "KAZ") { code exports(year: 2019) { valueUsd } } }');
  expect(data).toEqual({ country: { code: "KAZ", exports: null } });
  expect(errors).toMatchObject([{ path: ["country", "exports"], extensions: { code: "SOURCE_UNAVAILABLE" } }]);
});
