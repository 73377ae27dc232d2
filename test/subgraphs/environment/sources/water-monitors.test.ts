import { describe, expect, test } from "vitest";
import { createGwm } from "../../../../subgraphs/environment/sources/gwm.ts";
import { createGww } from "../../../../subgraphs/environment/sources/gww.ts";
import { recordedText } from "../../../support/recorded.ts";
import { replayed } from "../../../support/replay-source.ts";
import { sourceFailure } from "../../../support/source-failure.ts";

describe("lake heights of the Global Water Monitor", () => {
  const { replay, deps } = replayed("GWM");
  const path = "/timeseries/lake000270.10d.2.txt";
  const read = async () => (await createGwm(deps()).fetch(["caspian-sea", "issyk-kul"])).get("caspian-sea");

  test("heights above the geoid are kept in order of the days, fill values are not", async () => {
    replay.script(path, { body: recordedText("gwm/lake000270.txt") });
    const reading = await read();
    expect(reading?.data).toEqual([
      { datum: "EGM2008", date: "2026-07-25", levelM: -28.44, errorM: 0.06 },
      { datum: "EGM2008", date: "2026-08-04", levelM: -28.46, errorM: 0.05 },
    ]);
    expect(reading).toMatchObject({ source: "GWM", vintage: "2026-08-04" });
    expect(replay.requests).toHaveLength(1);
  });

  test("a lake without a file is absent, and a file of another layout is a fault", async () => {
    replay.script(path, { status: 404 });
    expect(await read()).toBeUndefined();
    replay.script(path, { body: "<html>moved</html>" });
    expect((await sourceFailure(read())).code).toBe("SOURCE_MALFORMED");
  });
});

describe("reservoir areas of Global Water Watch", () => {
  const { replay, deps } = replayed("GWW");

  test("areas are given in square kilometres by month, the oldest first", async () => {
    replay.script("/reservoir/89729/ts/surface_water_area_monthly", {
      body: [
        { t: "2026-09-01T00:00:00", value: 255_500_000, unit: "m^2", name: "surface_water_area" },
        { t: "2026-08-01T00:00:00", value: 250_000_000, unit: "m^2", name: "surface_water_area" },
        { t: "2026-07-01T00:00:00", value: null, unit: "m^2", name: "surface_water_area" },
      ],
    });
    const readings = await createGww(deps()).fetch(["toktogul", "nurek"]);
    expect(readings.get("toktogul")?.data).toEqual([
      { month: "2026-08", areaKm2: 250 },
      { month: "2026-09", areaKm2: 255.5 },
    ]);
    expect(readings.size).toBe(1);
  });

  test("another unit is a changed shape", async () => {
    replay.script("/reservoir/89729/ts/surface_water_area_monthly", {
      body: [{ t: "2026-09-01", value: 2.5, unit: "km^2" }],
    });
    expect((await sourceFailure(createGww(deps()).fetch(["toktogul"]))).at).toBe("[0].unit");
  });
});
