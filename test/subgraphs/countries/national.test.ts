import { describe, expect, test, vi } from "vitest";
import { liveGateway } from "../../support/live-gateway.ts";
import { sharedGateway } from "../../support/shared-gateway.ts";

interface Progress {
  readonly indicator: { readonly code: string };
  readonly observations: readonly { readonly value: number; readonly provenance: { source: { id: string } } }[];
  readonly [field: string]: unknown;
}

const of = (code: string, { sdg }: { sdg: readonly Progress[] }) =>
  sdg.find(({ indicator }) => indicator.code === code);

describe("the shipped figures of the national platforms", () => {
  const gateway = sharedGateway();

  test("stand beside the World Bank's and the UN's, each under its own source, and the spread spans them", async () => {
    const { data, errors } = await gateway.ask(`{
      KGZ: country(code: "KGZ") { sdg { ...progress } }
      KAZ: country(code: "KAZ") { sdg(goal: 3) { ...progress } }
      TJK: country(code: "TJK") { sdg(goal: 1) { ...progress } }
    }
    fragment progress on SdgProgress {
      indicator { code } status note spread latest { provenance { source { id } } }
      observations { value year unit nature note provenance { source { id } vintage freshness } }
    }`);
    expect(errors).toEqual([]);
    const water = of("6.1.1", data.KGZ);
    expect(water).toMatchObject({ status: "ACCELERATE", latest: { provenance: { source: { id: "WORLD_BANK" } } } });
    const [national, worldBank, un] = ["OPEN_SDG_KGZ", "WORLD_BANK", "UN_SDG"].map((source) =>
      water?.observations.find(({ provenance }) => provenance.source.id === source),
    );
    expect(national).toEqual({
      value: 95.373054,
      year: 2023,
      unit: "% of population",
      nature: "REPORTED",
      note: null,
      provenance: { source: { id: "OPEN_SDG_KGZ" }, vintage: "2025-08", freshness: "SNAPSHOT" },
    });
    expect(worldBank?.value).toBeCloseTo(76.5, 1);
    expect(water?.["spread"]).toBeCloseTo((national?.value ?? 0) - (un?.value ?? 0), 9);
    expect(water?.["spread"]).toBe(27.149734);

    const nationalOf = (code: string, id: string, country: { sdg: readonly Progress[] }) =>
      of(code, country)?.observations.find(({ provenance }) => provenance.source.id === id);
    expect(nationalOf("7.1.1", "OPEN_SDG_KGZ", data.KGZ)?.value).toBeCloseTo(73.2, 1);
    expect(nationalOf("3.1.1", "OPEN_SDG_KAZ", data.KAZ)).toMatchObject({
      value: 11.4,
      year: 2023,
      unit: "deaths per 100,000 live births",
    });
    expect(nationalOf("1.2.1", "OPEN_SDG_TJK", data.TJK)).toMatchObject({ value: 26.3, year: 2019 });
    expect(nationalOf("3.1.1", "OPEN_SDG_KGZ", data.KGZ)).toMatchObject({ value: 25.7, note: "female" });
    expect(of("6.3.1", data.KGZ)).toMatchObject({
      status: "NO_DATA",
      note: expect.stringContaining("national platform"),
    });
  });

  test("are found by their ids, belong to their own country, and lead to the UN's series and back", async () => {
    const { data, errors } = await gateway.ask(`{
      withdrawal: indicator(id: "KGZ:_L_KG_060402_1") {
        id title russian: title(language: RU) unit vintage description source { id publisher licence }
        sdgIndicators { code } coverage { country { code } count first last }
      }
      water: indicator(id: "KGZ:SH_H2O_SAFE") { related { id } }
      un: indicator(id: "UNSD:SH_H2O_SAFE") { related { id } }
      KGZ: country(code: "KGZ") { indicator(id: "KGZ:_L_KG_060402_1") { latest { value year unit note } } }
      KAZ: country(code: "KAZ") { indicator(id: "KGZ:_L_KG_060402_1") { values { value } missing } }
      UZB: country(code: "UZB") { sdg(goal: 6) { observations { value provenance { source { id } } } series(source: "OPEN_SDG_KGZ") { missing } } }
      typo: indicator(id: "KGZ:_L_KG_060402_2") { id }
    }`);
    expect(data.withdrawal).toEqual({
      id: "KGZ:_L_KG_060402_1",
      title: "Freshwater withdrawal",
      russian: "Забор пресной воды",
      unit: "million m³ per year",
      vintage: "2025-08",
      description: expect.stringContaining("own indicator 6.4.2.1"),
      source: {
        id: "OPEN_SDG_KGZ",
        publisher: "National Statistical Committee of the Kyrgyz Republic",
        licence: "Official statistics, cite the office",
      },
      sdgIndicators: [{ code: "6.4.2" }],
      coverage: [{ country: { code: "KGZ" }, count: 14, first: 2010, last: 2023 }],
    });
    expect(data.water.related).toEqual([{ id: "UNSD:SH_H2O_SAFE" }]);
    expect(data.un.related).toContainEqual({ id: "KGZ:SH_H2O_SAFE" });
    expect(data.KGZ.indicator.latest).toEqual({
      value: 8872.5,
      year: 2023,
      unit: "million m³ per year",
      note: "national indicator 6.4.2.1",
    });
    expect(data.KAZ.indicator).toEqual({ values: [], missing: "NOT_COVERED" });
    const sources = data.UZB.sdg.flatMap(({ observations }: Progress) =>
      observations.map(({ provenance }) => provenance.source.id),
    );
    expect(new Set(sources)).toEqual(new Set(["WORLD_BANK", "UN_SDG"]));
    expect(data.UZB.sdg.flatMap(({ series }: Progress) => series)).toEqual([]);
    expect(errors).toMatchObject([
      {
        path: ["typo"],
        extensions: { code: "UNKNOWN_INDICATOR", suggestions: expect.arrayContaining(["KGZ:_L_KG_060402_1"]) },
      },
    ]);
  });
});

describe("with the platform's own service", () => {
  const { replay, gateway } = liveGateway();
  const open = (SOURCES: string) =>
    gateway.open({
      SOURCES,
      OPEN_SDG_KGZ_BASE_URL: `${replay.url}/kgz`,
      WORLD_BANK_BASE_URL: `${replay.url}/v2`,
      UN_SDG_BASE_URL: `${replay.url}/un`,
    });

  const query = `{ country(code: "KGZ") { sdg(goal: 6) {
    indicator { code } observations { value year provenance { source { id } freshness } } } } }`;
  const nationalWater = async () => {
    const { data } = await gateway.ask(query);
    return of("6.1.1", data.country)?.observations.find(({ provenance }) => provenance.source.id === "OPEN_SDG_KGZ");
  };

  test("the shipped figure is served at once and the newer one of the platform after it", async () => {
    await open("auto");
    replay.script("/kgz/en/headline/6-1-1.json", {
      body: [
        { Year: 2023, Value: 95.4 },
        { Year: 2025, Value: 97.1 },
      ],
      delayMs: 300,
    });
    expect(await nationalWater()).toMatchObject({ value: 95.373054, provenance: { freshness: "SNAPSHOT" } });
    await vi.waitFor(
      async () =>
        expect(await nationalWater()).toMatchObject({ value: 97.1, year: 2025, provenance: { freshness: "CACHED" } }),
      { timeout: 10_000 },
    );
    expect(replay.requests.filter(({ path }) => path === "/kgz/en/headline/6-1-1.json")).toHaveLength(1);
  });

  test("a platform that is silent costs its own figures alone, and no more than the deadline", async () => {
    await open("live");
    replay.script("*", ({ path }) => (path.startsWith("/kgz/") ? { fault: "never" } : { status: 404, body: "" }));
    replay.script("/v2/country/KGZ/indicator/SH.H2O.SMDW.ZS", {
      body: [
        { page: 1, pages: 1, per_page: 32500, total: 1, lastupdated: "2026-10-01" },
        [
          {
            indicator: { id: "SH.H2O.SMDW.ZS" },
            country: { id: "KG" },
            countryiso3code: "KGZ",
            date: "2024",
            value: 77.7,
          },
        ],
      ],
    });
    const startedAt = performance.now();
    const { data, errors } = await gateway.ask(`{ country(code: "KGZ") {
      water: indicator(id: "SH.H2O.SMDW.ZS") { latest { value provenance { freshness } } }
      national: indicator(id: "KGZ:SH_H2O_SAFE") { latest { value } missing }
    } }`);
    expect(errors).toEqual([]);
    expect(data.country).toEqual({
      water: { latest: { value: 77.7, provenance: { freshness: "LIVE" } } },
      national: { latest: null, missing: "UPSTREAM_DOWN" },
    });
    expect(performance.now() - startedAt).toBeLessThan(8_000);
  });
});
