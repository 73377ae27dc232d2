import { describe, expect, test } from "vitest";
import { createUsgs } from "../../../../subgraphs/environment/sources/usgs.ts";
import { replayed } from "../../../support/replay-source.ts";
import { publisherFiles, publishersAnswer } from "../../../support/shared-data.ts";
import { sourceFailure } from "../../../support/source-failure.ts";

const { replay, deps } = replayed("USGS");
const key = { from: "2026-10-01", to: "2026-10-05", minMagnitude: 4 };
const read = async () => (await createUsgs(deps()).fetch([key])).get(key)?.data;

const quake = (type: string) => ({
  type: "Feature",
  id: "us6000tzsr",
  properties: {
    mag: 4.3,
    place: "17 km WNW of Ashkāsham, Afghanistan",
    time: 1791236313955,
    ids: ",us6000tzsr,at0001,",
    type,
    felt: null,
  },
  geometry: { type: "Point", coordinates: [71.3436, 36.7206, 203.432] },
});

test("earthquakes come with instant, depth and the ids they had, and blasts do not", async () => {
  replay.script("/query", {
    body: { type: "FeatureCollection", metadata: {}, features: [quake("earthquake"), quake("explosion")] },
  });
  expect(await read()).toEqual([
    {
      id: "us6000tzsr",
      earlierIds: ["at0001"],
      time: "2026-10-05T21:38:33.955Z",
      magnitude: 4.3,
      depthKm: 203.432,
      latitude: 36.7206,
      longitude: 71.3436,
      place: "17 km WNW of Ashkāsham, Afghanistan",
    },
  ]);
  expect(Object.fromEntries(replay.requests[0]?.query ?? [])).toMatchObject({
    starttime: "2026-10-01",
    endtime: "2026-10-06",
    minmagnitude: "4",
  });
});

test("an answer as long as the catalogue gives at most is refused, for more may have been cut off", async () => {
  const features = Array.from({ length: 20_000 }, () => quake("earthquake"));
  replay.script("/query", { body: { type: "FeatureCollection", features } });
  expect((await sourceFailure(createUsgs(deps()).fetch([key]))).code).toBe("SOURCE_TRUNCATED");
});

test("no events are an empty list", async () => {
  replay.script("/query", { status: 204 });
  expect(await read()).toEqual([]);
});

test("too large a question is a refusal that shows nothing of the service's text", async () => {
  replay.script("/query", {
    status: 400,
    body: "Error 400: Bad Request\n286412 matching events exceeds search limit of 20000.",
  });
  const error = await sourceFailure(read());
  expect(error.code).toBe("SOURCE_REJECTED");
  expect(error.message).not.toContain("286412");
});

describe.skipIf(!publisherFiles("environment"))("with the service's own answers", () => {
  test.each(["all_week-2018-02-07.central-asia-subset.geojson", "4.5_month-2019-02-02.central-asia-subset.geojson"])(
    "%s is read",
    async (file) => {
      replay.script("/query", { body: publishersAnswer("environment", `usgs/${file}`) });
      const quakes = (await read()) ?? [];
      expect(quakes.length).toBeGreaterThan(0);
      for (const { time, latitude } of quakes) {
        expect(time).toMatch(/^201[89]-/);
        expect(latitude).toBeGreaterThan(29);
      }
    },
  );
});
