import { expect, test, vi } from "vitest";
import { liveGateway } from "../../support/live-gateway.ts";

const { replay, gateway } = liveGateway();

const path = "/coordination-context/national-risk";
const open = (SOURCES: string, HAPI_APP_IDENTIFIER = "YXJ5azp0ZXN0") =>
  gateway.open({ SOURCES, HAPI_BASE_URL: replay.url, HAPI_APP_IDENTIFIER });
const body = (year: number, figures: object = {}) => ({
  data: [
    {
      location_code: "AFG",
      reference_period_start: `${year}-01-01T00:00:00`,
      risk_class: "5",
      global_rank: 4,
      overall_risk: 8.1,
      hazard_exposure_risk: 7.9,
      vulnerability_risk: 8.2,
      coping_capacity_risk: 8.3,
      ...figures,
    },
  ],
});

async function risk(code = "AFG") {
  const found = await gateway.ask(
    `{ country(code: "${code}") { risk { year overall riskClass rank missing provenance { freshness source { id } } } } }`,
  );
  expect(found?.errors).toEqual([]);
  return found?.data.country.risk;
}

const shipped = { year: 2024, overall: 7.8, riskClass: null, rank: null, missing: "NOT_COVERED" };

test("the shipped index is served at once, and the service's with class and rank beside it when it is fetched", async () => {
  replay.script(path, { body: body(2024) });
  await open("auto");
  const first = await risk();
  expect(first).toHaveLength(10);
  expect(first[0]).toMatchObject({ ...shipped, provenance: { source: { id: "INFORM" }, freshness: "SNAPSHOT" } });
  await vi.waitFor(
    async () => {
      const later = await risk();
      expect(later).toHaveLength(11);
      expect(later[0]).toEqual({
        ...{ year: 2024, overall: 8.1, riskClass: "5", rank: 4, missing: null },
        provenance: { freshness: "CACHED", source: { id: "HAPI" } },
      });
      expect(later[1]).toMatchObject(shipped);
    },
    { timeout: 10_000 },
  );
  expect(replay.requests.map(({ query }) => query.get("location_code"))).toEqual(["AFG"]);
});

test("a year without class and rank says that they were not reported", async () => {
  replay.script(path, { body: body(2026, { risk_class: null, global_rank: null }) });
  await open("live");
  expect((await risk())[0]).toMatchObject({ year: 2026, riskClass: null, rank: null, missing: "NOT_REPORTED" });
});

test("without an identifier or an answer the shipped index stays, and its newest year says what it lacks", async () => {
  replay.script(path, { status: 503, body: "" });
  await open("live");
  const down = await risk();
  expect(down).toHaveLength(10);
  expect(down.slice(0, 2)).toMatchObject([{ ...shipped, missing: "UPSTREAM_DOWN" }, { missing: "NOT_COVERED" }]);
  await gateway.close();
  const calls = replay.requests.length;
  await open("auto", "");
  expect((await risk()).slice(0, 2)).toMatchObject([{ ...shipped, missing: "NEEDS_KEY" }, { missing: "NOT_COVERED" }]);
  expect(replay.requests).toHaveLength(calls);
});

test("countries beside the six are not asked for", async () => {
  await open("live");
  expect(await risk("PAK")).toBeNull();
  expect(replay.requests).toEqual([]);
});
