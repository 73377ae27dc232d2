import { expect, test, vi } from "vitest";
import { liveGateway } from "../../support/live-gateway.ts";

const { replay, gateway } = liveGateway();

const upstreams = ["OPEN_METEO_FLOOD", "OPEN_METEO_AIR", "OPEN_METEO_ARCHIVE", "OPENAQ"];

async function ask(query: string, env: Record<string, string> = { SOURCES: "auto" }) {
  const urls = Object.fromEntries(upstreams.map((id) => [`${id}_BASE_URL`, replay.url]));
  await gateway.openOnce({ ...urls, ...env });
  return gateway.ask(query);
}

/** Shipped figures do not wait for the publishers: what comes beside them is there a moment later. */
const fetched = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 15_000, interval: 100 });

const dayMs = 86_400_000;
const day = (offset: number) => new Date(Date.now() + offset * dayMs).toISOString().slice(0, 10);

const floodAt = (latitude: number, longitude: number, discharge: readonly number[]) => ({
  latitude,
  longitude,
  daily_units: { time: "iso8601", river_discharge: "m³/s" },
  daily: { time: [day(-2), day(5)], river_discharge: discharge },
});

test("modelled discharge tells its cell and whether it missed the river, and days to come are projected", async () => {
  replay.script("/flood", { body: [floodAt(40.275, 69.825, [612.5, 640]), floodAt(37.225, 67.425, [0.2, 0.1])] });
  const discharge = `discharge { gauge { code } place nature offChannel snappedLatitude snappedLongitude missing
    percentOfNorm { value } values { value period unit nature note provenance { source { id } } } }`;
  const both = () =>
    ask(`{ syr: river(id: "syr-darya") { ${discharge} } amu: river(id: "amu-darya") { ${discharge} } }`);

  const first = await both();
  expect(first.errors).toEqual([]);
  expect(first.data.syr.discharge).toMatchObject([{ nature: "MODELLED", values: [], missing: "UPSTREAM_DOWN" }]);
  const provenance = { source: { id: "OPEN_METEO_FLOOD" } };
  await fetched(async () =>
    expect((await both()).data.syr.discharge).toEqual([
      {
        gauge: null,
        place: "Kayrakkum dam",
        nature: "MODELLED",
        offChannel: false,
        snappedLatitude: 40.275,
        snappedLongitude: 69.825,
        missing: null,
        percentOfNorm: null,
        values: [
          { value: 612.5, period: day(-2), unit: "m3/s", nature: "MODELLED", note: null, provenance },
          { value: 640, period: day(5), unit: "m3/s", nature: "PROJECTED", note: null, provenance },
        ],
      },
    ]),
  );
  const [amu] = (await both()).data.amu.discharge;
  expect(amu).toMatchObject({ offChannel: true, snappedLatitude: 37.225 });
  expect(amu.values[0].note).toMatch(/beside the river/);
  expect(replay.requests).toHaveLength(1);
});

test("a silent flood model holds up no measured discharge", async () => {
  replay.script("/flood", { fault: "never" });
  const { data, errors } = await ask(
    '{ river(id: "amu-darya") { discharge { missing } } talas: river(id: "talas") { discharge { missing } } }',
  );
  expect(errors).toEqual([]);
  expect(data).toEqual({
    river: { discharge: [{ missing: "UPSTREAM_DOWN" }] },
    talas: { discharge: [{ missing: null }] },
  });
});

test("climate gives whole months at the capital, and a month with a gap has no figure", async () => {
  replay.script("/archive", ({ query }) => {
    const time = Array.from({ length: 59 }, (_, i) => new Date(Date.UTC(2025, 0, 1 + i)).toISOString().slice(0, 10));
    return {
      body: {
        latitude: Number(query.get("latitude")),
        longitude: 69.1,
        daily_units: { temperature_2m_mean: "°C", precipitation_sum: "mm" },
        daily: {
          time,
          temperature_2m_mean: time.map((_, i) => (i % 2 ? -2 : -4)),
          precipitation_sum: time.map((_, i) => (i === 40 ? null : 0.5)),
        },
      },
    };
  });
  const { data, errors } = await ask(
    '{ country(code: "AFG") { climate(from: "2025-01-15", to: "2025-02-03") { value period unit nature missing note provenance { source { id } } } } }',
  );
  expect(errors).toEqual([]);
  expect(Object.fromEntries(replay.requests[0]?.query ?? [])).toMatchObject({
    start_date: "2025-01-01",
    end_date: "2025-02-28",
  });
  const common = { nature: "MODELLED", missing: null, provenance: { source: { id: "OPEN_METEO_ARCHIVE" } } };
  expect(data.country.climate).toEqual([
    { ...common, value: -3.03, period: "2025-01", unit: "°C", note: expect.stringContaining("Kabul") },
    { ...common, value: 15.5, period: "2025-01", unit: "mm", note: expect.stringContaining("Kabul") },
    { ...common, value: -3, period: "2025-02", unit: "°C", note: expect.stringContaining("Kabul") },
    { ...common, value: null, missing: "GAPS", period: "2025-02", unit: "mm", note: expect.stringContaining("Kabul") },
  ]);
});

test("climate before the archive begins, or of too many years, is refused", async () => {
  const { errors } = await ask(
    '{ a: country(code: "AFG") { climate(from: "1939-01-01") { value } } b: country(code: "AFG") { climate(from: "1950-01-01", to: "2020-01-01") { value } } }',
  );
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(["INVALID_RANGE", "INVALID_RANGE"]);
  expect(replay.requests).toHaveLength(0);
});

const airQuality = "airQuality { value unit nature missing period note provenance { source { id } } }";
const air = async (env?: Record<string, string>) => {
  const { data, errors } = await ask(`{ country(code: "KGZ") { ${airQuality} } }`, env);
  expect(errors).toEqual([]);
  const of = (source: string) =>
    data.country.airQuality.filter(
      (value: { provenance: { source: { id: string } } }) => value.provenance.source.id === source,
    );
  return { stations: of("OPENAQ"), model: of("OPEN_METEO_AIR"), shipped: of("WORLD_BANK") };
};

test("without a key the stations are missing for want of it, and the shipped means stay", async () => {
  for (const env of [{ SOURCES: "auto" }, { SOURCES: "snapshot" }]) {
    replay.script("/air-quality", { status: 400, body: { error: true, reason: "no" } });
    const { stations, model, shipped } = await air(env);
    expect(stations).toMatchObject([{ value: null, missing: "NEEDS_KEY", nature: "MEASURED", unit: "µg/m3" }]);
    expect(model).toMatchObject([{ value: null, missing: "UPSTREAM_DOWN", nature: "MODELLED" }]);
    expect(shipped.length).toBeGreaterThan(0);
    await gateway.close();
  }
});

test("with a key the newest hour of a station stands beside the model's days", async () => {
  const now = new Date().toISOString();
  const station = (id: number, lastAt: string, isMonitor: boolean) => ({
    id,
    name: `Station ${id}`,
    country: { code: "KG" },
    provider: { name: "AirNow" },
    isMonitor,
    sensors: [{ id: 10 * id, parameter: { id: 2 } }],
    datetimeLast: { utc: lastAt },
  });
  replay.script("/locations", {
    body: { results: [station(1, now, false), station(2, now, true), station(3, "2025-01-01T00:00:00Z", true)] },
  });
  replay.script("/locations/1/latest", { body: { results: [{ datetime: { utc: now }, value: -999, sensorsId: 10 }] } });
  replay.script("/locations/2/latest", {
    body: {
      results: [
        { datetime: { utc: now }, value: 3, sensorsId: 21 },
        { datetime: { utc: now }, value: 87.5, sensorsId: 20 },
      ],
    },
  });
  replay.script("/air-quality", {
    body: {
      latitude: 42.8,
      longitude: 74.4,
      hourly_units: { pm2_5: "μg/m³", pm10: "μg/m³" },
      hourly: {
        time: [`${day(-1)}T00:00`, `${day(-1)}T01:00`, `${day(0)}T00:00`],
        pm2_5: [40, 60, 500],
        pm10: [1, 1, 1],
      },
    },
  });
  const env = { SOURCES: "auto", OPENAQ_KEY: "openaq-secret" };
  await fetched(async () => {
    const { stations, model } = await air(env);
    expect(stations).toMatchObject([{ value: 87.5, missing: null, nature: "MEASURED", period: now }]);
    expect(stations[0].note).toMatch(/Station 2 \(AirNow\), a reference monitor/);
    expect(model).toMatchObject([{ value: 50, missing: null, nature: "MODELLED", period: day(-1) }]);
  });
  expect(replay.requests.map(({ path }) => path)).not.toContain("/locations/3/latest");
});

test("a country where no station was heard of lately is not monitored, which is not clean air", async () => {
  replay.script("/locations", { body: { results: [] } });
  await fetched(async () => {
    const { stations } = await air({ SOURCES: "auto", OPENAQ_KEY: "openaq-secret" });
    expect(stations).toMatchObject([{ value: null, missing: "NOT_MONITORED" }]);
  });
});
