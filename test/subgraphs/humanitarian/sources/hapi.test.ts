import { expect, test } from "vitest";
import { createHapiPresence, createHapiRisk } from "../../../../subgraphs/humanitarian/sources/hapi.ts";
import { replayed } from "../../../support/replay-source.ts";
import { sourceFailure } from "../../../support/source-failure.ts";

const { replay, deps } = replayed("HAPI");
const keyed = () => deps({ key: "YXJ5azp0ZXN0" });
const path = "/coordination-context/operational-presence";
const row = (changes: object = {}) => ({
  location_code: "AFG",
  location_name: "Afghanistan",
  org_name: "World Food Programme",
  org_acronym: "WFP",
  org_type_description: "United Nations",
  provider_admin1_name: "Kabul ",
  sector_code: "FSC",
  admin1_code: "AF01",
  admin2_code: "AF0101",
  reference_period_start: "2024-07-01T00:00:00",
  reference_period_end: "2024-09-30T23:59:59",
  ...changes,
});

test("pages are read until one is not full, and other countries are left out", async () => {
  replay.script(
    path,
    { body: { data: Array.from({ length: 10_000 }, () => row()) } },
    {
      body: {
        data: [row({ admin1_code: "", org_acronym: null, reference_period_end: null }), row({ location_code: "MLI" })],
      },
    },
  );
  const data = (await createHapiPresence(keyed()).fetch(["AFG"])).get("AFG")?.data;
  expect(data).toHaveLength(10_001);
  expect(data?.at(-1)).toEqual({
    organization: "World Food Programme",
    acronym: null,
    organizationType: "United Nations",
    sector: "FSC",
    place: "Kabul",
    admin1Code: null,
    admin2Code: "AF0101",
    from: "2024-07-01",
    to: null,
  });
  expect(data?.[0]).toMatchObject({ admin1Code: "AF01", to: "2024-09-30" });
  expect(
    replay.requests.map(({ query }) => [query.get("offset"), query.get("location_code"), query.get("app_identifier")]),
  ).toEqual([
    ["0", "AFG", "YXJ5azp0ZXN0"],
    ["10000", "AFG", "YXJ5azp0ZXN0"],
  ]);
});

test("the risk index is read with its class and rank, and without them", async () => {
  replay.script("/coordination-context/national-risk", {
    body: {
      data: [
        {
          location_code: "AFG",
          reference_period_start: "2025-01-01T00:00:00",
          overall_risk: 7.9,
          hazard_exposure_risk: 8.7,
          vulnerability_risk: 7.9,
          coping_capacity_risk: 7.1,
          risk_class: "5",
          global_rank: 4,
        },
        {
          location_code: "AFG",
          reference_period_start: "2024-01-01T00:00:00",
          overall_risk: 8,
          hazard_exposure_risk: 8,
          vulnerability_risk: 8,
          coping_capacity_risk: 8,
        },
      ],
    },
  });
  const country = "AFG";
  expect((await createHapiRisk(keyed()).fetch([country])).get(country)?.data).toEqual([
    {
      country,
      year: 2025,
      overall: 7.9,
      hazard: 8.7,
      vulnerability: 7.9,
      copingCapacity: 7.1,
      riskClass: "5",
      rank: 4,
    },
    { country, year: 2024, overall: 8, hazard: 8, vulnerability: 8, copingCapacity: 8, riskClass: null, rank: null },
  ]);
});

test.each([
  ["SOURCE_REJECTED", { status: 403, body: { error: "Invalid app identifier" } }],
  ["SOURCE_REJECTED", { status: 422, body: { detail: [{ loc: ["query"], msg: "bad", type: "value_error" }] } }],
  ["SOURCE_RATE_LIMITED", { status: 429, body: "" }],
])("a refusal is %s", async (code, reply) => {
  replay.script(path, reply);
  expect((await sourceFailure(createHapiPresence(keyed()).fetch(["AFG"]))).code).toBe(code);
});
