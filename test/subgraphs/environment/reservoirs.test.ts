import { expect, test } from "vitest";
import { liveGateway } from "../../support/live-gateway.ts";

const { replay, gateway } = liveGateway();

async function ask(query: string, env: Record<string, string> = {}) {
  await gateway.openOnce({ SOURCES: "auto", GWW_BASE_URL: replay.url, ...env });
  return gateway.ask(query);
}

const areas = "/reservoir/89729/ts/surface_water_area_monthly";
const month = (t: string, value: number | null) => ({ t, value, unit: "m^2", name: "surface_water_area" });

test("the water behind a dam is measured month by month, and a dam that nobody measures says so", async () => {
  replay.script(areas, {
    body: [
      month("2026-09-01T00:00:00", 255_500_000),
      month("2026-08-01T00:00:00", 250_000_000),
      month("2026-07-01T00:00:00", 245_250_000),
    ],
  });
  const query = `{
    toktogul: dam(id: "toktogul") { waterArea(from: "2026-08-15") { value unit period nature missing provenance { freshness vintage source { id } } } }
    nurek: dam(id: "nurek") { waterArea { value unit missing provenance { source { id } } } }
  }`;
  const { data, errors } = await ask(query);
  expect(errors).toEqual([]);
  const common = { unit: "km2", nature: "MEASURED", missing: null };
  const provenance = { freshness: "LIVE", vintage: "2026-09", source: { id: "GWW" } };
  expect(data.toktogul.waterArea).toEqual([
    { ...common, value: 250, period: "2026-08", provenance },
    { ...common, value: 255.5, period: "2026-09", provenance },
  ]);
  expect(data.nurek.waterArea).toEqual([
    { value: null, unit: "km2", missing: "NOT_COVERED", provenance: { source: { id: "GWW" } } },
  ]);
  expect((await ask(query)).data.toktogul.waterArea[0].provenance.freshness).toBe("CACHED");
  expect(replay.requests).toHaveLength(1);
});

test("where the satellites cannot be asked, their field alone is null with its code", async () => {
  replay.script(areas, { status: 404, body: "<html>gone</html>" });
  const query = '{ dam(id: "toktogul") { capacityKm3 waterArea { value } } }';
  const broken = await ask(query);
  expect(broken.data.dam).toEqual({ capacityKm3: 19.5, waterArea: null });
  expect(broken.errors).toMatchObject([
    { path: ["dam", "waterArea"], extensions: { code: expect.stringMatching(/^SOURCE_/) } },
  ]);
  await gateway.close();
  const off = await ask(query, { SOURCES: "snapshot" });
  expect(off.errors).toMatchObject([{ path: ["dam", "waterArea"], extensions: { code: "SOURCE_OFF" } }]);
  const backwards = await ask('{ dam(id: "nurek") { waterArea(from: "2026-02-01", to: "2026-01-01") { value } } }');
  expect(backwards.errors).toMatchObject([{ extensions: { code: "INVALID_RANGE" } }]);
});

test("reported storage of Toktogul and volumes of lakes stand with their day, nature and source", async () => {
  const { data, errors } = await ask(`{
    toktogul: dam(id: "toktogul") { storage { value unit period nature note provenance { source { id } } } }
    nurek: dam(id: "nurek") { storage { value } }
    aral: lake(id: "aral-sea") { volumes { value unit note provenance { source { id } } } }
    balkhash: lake(id: "balkhash") { volumes { value } }
    issykKul: lake(id: "issyk-kul") { volumes { value } }
  }`);
  expect(errors).toEqual([]);
  const { storage } = data.toktogul;
  expect(storage).toHaveLength(9);
  const provenance = { source: { id: "NEWS_24KG" } };
  expect(storage[1]).toEqual({
    value: 14.411,
    unit: "km3",
    period: "2020-08-12",
    nature: "REPORTED",
    note: null,
    provenance,
  });
  expect(storage.at(-1)).toMatchObject({ value: 6.8, period: "2026-04-01", nature: "PROJECTED" });
  expect(storage.at(-1).note).toMatch(/expected/);
  expect(data.nurek.storage).toEqual([]);
  expect(data.aral.volumes.map(({ value }: { value: number }) => value)).toEqual([25, 1000, 1083]);
  expect(data.aral.volumes[0]).toMatchObject({ unit: "km3", note: expect.stringMatching(/2018/) });
  expect(data.balkhash.volumes).toEqual([{ value: 106 }]);
  expect(data.issykKul.volumes).toEqual([]);
});
