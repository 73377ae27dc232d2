import { describe, expect, test } from "vitest";
import { createOpenAq } from "../../../../subgraphs/environment/sources/openaq.ts";
import { replayed } from "../../../support/replay-source.ts";
import { publisherFiles, publishersAnswer } from "../../../support/shared-data.ts";
import { sourceFailure } from "../../../support/source-failure.ts";

const { replay, deps } = replayed("OPENAQ");
const station = (id: number, name: string, provider: string, utc: string | null, code = "KG") => ({
  id,
  name,
  locality: null,
  country: { id: 1, code, name: "" },
  provider: { id: 1, name: provider },
  isMonitor: true,
  sensors: [],
  coordinates: { latitude: 42.8, longitude: 74.6 },
  datetimeLast: utc === null ? null : { utc, local: utc },
});

test("a station that two providers list counts once, and other countries not at all", async () => {
  const results = [
    station(1, "US Diplomatic Post: Bishkek", "AirNow", "2025-01-01T00:00:00Z"),
    station(2, "US Diplomatic Post: Bishkek", "StateAir", "2026-07-01T00:00:00Z"),
    station(3, "Akademgorodok", "Clarity", null),
    station(4, "Fiji", "x", null, "FJ"),
  ];
  replay.script("/locations", { body: { meta: { found: ">1000" }, results } });
  const readings = await createOpenAq(deps({ key: "openaq-secret" })).fetch(["KG"]);
  expect(readings.get("KG")?.data.map(({ id, lastAt }) => [id, lastAt])).toEqual([
    ["2", "2026-07-01T00:00:00Z"],
    ["3", null],
  ]);
  expect(Object.fromEntries(replay.requests[0]?.query ?? [])).toEqual({
    iso: "KG",
    parameters_id: "2",
    limit: "1000",
    page: "1",
  });
});

test("without a key nothing is asked", async () => {
  expect((await sourceFailure(createOpenAq(deps()).fetch(["KG"]))).code).toBe("SOURCE_NEEDS_KEY");
  expect(replay.requests).toHaveLength(0);
});

test("a refused key is told from a missing one", async () => {
  replay.script("/locations", { status: 401, body: { detail: "Invalid credentials" } });
  expect((await sourceFailure(createOpenAq(deps({ key: "wrong" })).fetch(["KG"]))).code).toBe("SOURCE_REJECTED");
});

describe.skipIf(!publisherFiles("environment"))("with the service's own answers", () => {
  test.each(["locations.json", "locations_variation.json"])("%s is read", async (file) => {
    replay.script("/locations", { body: publishersAnswer("environment", `openaq/${file}`) });
    const body = JSON.parse(publishersAnswer("environment", `openaq/${file}`)) as {
      results: { country: { code: string } }[];
    };
    const iso = body.results[0]?.country.code ?? "";
    expect((await createOpenAq(deps({ key: "k" })).fetch([iso])).get(iso)?.data.length).toBeGreaterThan(0);
  });
});
