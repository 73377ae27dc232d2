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
  sector_code: "FSC",
  admin1_code: "AF01",
  admin2_code: "AF0101",
  reference_period_start: "2024-07-01T00:00:00",
  reference_period_end: null,
  ...changes,
});

test("pages are read until one is not full, and other countries are left out", async () => {
  replay.script(
    path,
    { body: { data: Array.from({ length: 10_000 }, () => row()) } },
    { body: { data: [row({ admin1_code: "", org_acronym: null }), row({ location_code: "MLI" })] } },
  );
  const data = (await createHapiPresence(keyed()).fetch(["AFG"])).get("AFG")?.data;
  expect(data).toHaveLength(10_001);
  expect(data?.at(-1)).toEqual({
    organization: "World Food Programme",
    acronym: null,
    organizationType: "United Nations",
    sector: "FSC",
    admin1Code: null,
    admin2Code: "AF0101",
    from: "2024-07-01",
  });
  expect(
    replay.requests.map(({ query }) => [query.get("offset"), query.get("location_code"), query.get("app_identifier")]),
  ).toEqual([
    ["0", "AFG", "YXJ5azp0ZXN0"],
    ["10000", "AFG", "YXJ5azp0ZXN0"],
  ]);
});

test("the risk index is read", async () => {
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
          global_rank: 4,
        },
      ],
    },
  });
  expect((await createHapiRisk(keyed()).fetch(["AFG"])).get("AFG")?.data).toEqual([
    { from: "2025-01-01", overall: 7.9, hazardExposure: 8.7, vulnerability: 7.9, copingCapacity: 7.1, globalRank: 4 },
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
