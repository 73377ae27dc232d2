import { describe, expect, test } from "vitest";
import { weightOf } from "../../../../subgraphs/environment/sources/open-meteo.ts";
import { createOpenMeteoAir } from "../../../../subgraphs/environment/sources/open-meteo-air.ts";
import { createOpenMeteoArchive } from "../../../../subgraphs/environment/sources/open-meteo-archive.ts";
import { createOpenMeteoFlood, isOffChannel } from "../../../../subgraphs/environment/sources/open-meteo-flood.ts";
import { replayed } from "../../../support/replay-source.ts";
import { publisherFiles, publishersAnswer } from "../../../support/shared-data.ts";
import { sourceFailure } from "../../../support/source-failure.ts";

const { replay, deps } = replayed("OPEN_METEO_FLOOD");
const block = (latitude: number, river_discharge: unknown[], unit = "m³/s") => ({
  latitude,
  longitude: 69.825,
  timezone: "UTC",
  daily_units: { time: "iso8601", river_discharge: unit },
  daily: { time: river_discharge.map((_, i) => `2026-11-${10 + i}`), river_discharge },
});
const place = (latitude: number, normM3s: number | null = null) => ({ latitude, longitude: 69.82, normM3s });

test("places go in one call, come back in their order, and each says which cell stands for it", async () => {
  replay.script("/flood", {
    body: [block(40.275, [300, null, 330]), { ...block(42.475, [0.02, 0.01, 0.02]), location_id: 1 }],
  });
  const keys = [place(40.28, 429), place(42.48, 4.6)];
  const readings = await createOpenMeteoFlood(deps()).fetch(keys);
  expect(readings.get(keys[0] as never)).toMatchObject({
    source: "OPEN_METEO_FLOOD",
    data: {
      snappedLatitude: 40.275,
      isOffChannel: false,
      days: [{ date: "2026-11-10", dischargeM3s: 300 }, { dischargeM3s: null }, { dischargeM3s: 330 }],
    },
  });
  expect(readings.get(keys[1] as never)?.data.isOffChannel).toBe(true);
  expect(replay.requests).toHaveLength(1);
  expect(replay.requests[0]?.query.get("latitude")).toBe("40.28,42.48");
});

test("one place is answered with an object, and a cell without a river has no reading", async () => {
  replay.script(
    "/flood",
    { body: block(40.275, [1, 2]) },
    { body: block(42, [null, null]) },
    { body: block(43, [5, 6], "undefined") },
  );
  const source = createOpenMeteoFlood(deps());
  expect((await source.fetch([place(40.28)])).size).toBe(1);
  expect((await source.fetch([place(42)])).size).toBe(0);
  expect((await source.fetch([place(43)])).size).toBe(0);
});

test("an answer for fewer places than asked is refused, never shifted", async () => {
  replay.script("/flood", { body: [block(40.275, [1])] });
  expect((await sourceFailure(createOpenMeteoFlood(deps()).fetch([place(40), place(41)]))).code).toBe(
    "SOURCE_MALFORMED",
  );
});

test("long series of many places are split so that no call outweighs what a minute allows", async () => {
  expect(weightOf(1, 61)).toBe(1);
  expect(weightOf(2, 15_600)).toBeCloseTo(222.86, 2);
  replay.script("/archive", ({ query }) => ({
    body: query
      .get("latitude")
      ?.split(",")
      .map((latitude) => ({
        latitude: Number(latitude),
        longitude: 70,
        daily_units: { temperature_2m_mean: "°C", precipitation_sum: "mm" },
        daily: { time: ["1984-01-01"], temperature_2m_mean: [-3.5], precipitation_sum: [0] },
      })),
  }));
  const keys = [40, 41, 42].map((latitude) => ({ latitude, longitude: 70, from: "1984-01-01", to: "2026-09-17" }));
  const { upstream, clock } = deps();
  const readings = await createOpenMeteoArchive({ upstream, clock }).fetch(keys);
  expect(replay.requests).toHaveLength(3);
  expect(readings.get(keys[2] as never)?.data).toEqual([
    { date: "1984-01-01", meanTemperatureC: -3.5, precipitationMm: 0 },
  ]);
});

test("the service's own count of calls is kept, and a used-up day is an error at once", async () => {
  const { upstream, clock } = deps({ info: { pace: { perDay: 150 } } });
  replay.script("/flood", ({ query }) => ({
    body: query
      .get("latitude")
      ?.split(",")
      .map((each) => block(Number(each), [1])),
  }));
  const source = createOpenMeteoFlood({ upstream, clock });
  await source.fetch(Array.from({ length: 100 }, (_, i) => place(30 + i / 10)));
  const error = await sourceFailure(source.fetch(Array.from({ length: 60 }, (_, i) => place(30 + i / 10))));
  expect(error.code).toBe("SOURCE_QUOTA_EXCEEDED");
  expect(replay.requests).toHaveLength(1);
});

test("hours become means of days, and trailing hours without a value do not count", async () => {
  const time = ["2026-11-22T00:00", "2026-11-22T01:00", "2026-11-23T00:00", "2026-11-23T01:00", "2026-11-24T00:00"];
  replay.script("/air-quality", {
    body: {
      latitude: 43.2,
      longitude: 76.8,
      hourly_units: { pm2_5: "μg/m³", pm10: "μg/m³" },
      hourly: { time, pm2_5: [40, 60, 10, null, null], pm10: [80, 100, 20, null, null] },
    },
  });
  const almaty = { latitude: 43.24, longitude: 76.89 };
  const readings = await createOpenMeteoAir(deps()).fetch([almaty]);
  expect(readings.get(almaty)?.data).toEqual([
    { date: "2026-11-22", pm25UgM3: 50, pm10UgM3: 90 },
    { date: "2026-11-23", pm25UgM3: 10, pm10UgM3: 20 },
  ]);
});

test("bare nan is not JSON, and not a number either", async () => {
  replay.script("/flood", { body: '{"latitude":40.0,"longitude":nan}' });
  expect((await sourceFailure(createOpenMeteoFlood(deps()).fetch([place(40)]))).code).toBe("SOURCE_MALFORMED");
});

describe.skipIf(!publisherFiles("environment"))("with the service's own answers", () => {
  const errors = () =>
    JSON.parse(publishersAnswer("environment", "open-meteo/error-bodies.json")) as {
      http: number;
      body: { reason: string };
    }[];

  test("each of its refusals has a code", async () => {
    for (const { http, body } of errors()) {
      replay.script("/flood", { status: http, body });
      const { code } = await sourceFailure(createOpenMeteoFlood(deps()).fetch([place(40)]));
      const expected =
        http === 400
          ? "SOURCE_REJECTED"
          : http === 503
            ? "SOURCE_UNAVAILABLE"
            : /Hourly|Daily/.test(body.reason)
              ? "SOURCE_QUOTA_EXCEEDED"
              : "SOURCE_RATE_LIMITED";
      expect([body.reason, code]).toEqual([body.reason, expected]);
    }
  });

  test("a cell beside the Yangtze is off the channel", () => {
    const { daily } = JSON.parse(publishersAnswer("environment", "open-meteo/flood-wuhan-2026-10-06-unixtime.json"));
    expect(isOffChannel(daily.river_discharge, 23_000)).toBe(true);
    expect(isOffChannel(daily.river_discharge, null)).toBe(false);
  });
});
