import { expect, test } from "vitest";
import { sharedGateway } from "../../support/shared-gateway.ts";

const gateway = sharedGateway();

interface Point {
  readonly year: number;
  readonly value: number | null;
  readonly unit: string;
}

test("the Aral Sea shrinks from 41,390 km2 in 1986 to 6,990 in 2018, and the series ends there", async () => {
  const { data, errors } = await gateway.ask(`{ lake(id: "aral-sea") { name(language: RU) countries { code name }
    areas(from: 1986, to: 2030) { year value unit nature provenance { source { id } freshness } } } }`);

  expect(errors).toEqual([]);
  const { areas } = data.lake;
  expect(areas).toHaveLength(33);
  expect(areas[0]).toMatchObject({ year: 1986, value: 41390, unit: "km2" });
  expect(areas.at(-1)).toMatchObject({ year: 2018, value: 6990, unit: "km2" });
  expect(areas.at(-1).provenance).toEqual({ source: { id: "UNESCO_ARAL_2019" }, freshness: "SNAPSHOT" });
  expect(data.lake.name).toBe("Аральское море");
  expect(data.lake.countries).toEqual([
    { code: "KAZ", name: "Kazakhstan" },
    { code: "UZB", name: "Uzbekistan" },
  ]);
});

test("the Caspian stands at -26.085 m in 1995 above a datum that the series names, and a part of a year says so", async () => {
  const { data, errors } = await gateway.ask(`{ lake(id: "caspian-sea") {
    levels { datum source { id } values(from: "1992-01-01", to: "1995-12-31") { year value unit nature note }
      passes: values(resolution: OBSERVATION, to: "1992-10-08") { period value nature year } }
    baltic: levels(datum: BALTIC_1977) { datum }
    areas { value year provenance { source { id } } }
  } }`);

  expect(errors).toEqual([]);
  const [series, ...others] = data.lake.levels;
  expect(others).toEqual([]);
  expect(series).toMatchObject({ datum: "DAHITI_NORMAL", source: { id: "DAHITI" } });
  expect(series.values.map(({ year, value }: Point) => [year, value])).toEqual([
    [1992, -26.565],
    [1993, -26.397],
    [1994, -26.194],
    [1995, -26.085],
  ]);
  expect(series.values[0].note).toContain("1992-09-28 to 1992-12");
  expect(series.values[3]).toMatchObject({ unit: "m", nature: "DERIVED", note: "Mean of 34 observations" });
  expect(series.passes).toEqual([
    { period: "1992-09-28", value: -26.401, nature: "MEASURED", year: null },
    { period: "1992-10-08", value: -26.484, nature: "MEASURED", year: null },
  ]);
  expect(data.lake.baltic).toEqual([]);
  expect(data.lake.areas.map(({ value, year }: Point) => [value, year])).toEqual([
    [374000, null],
    [371000, null],
  ]);
});

test("water stress of the six is FAO's of 2018, says where it only repeats, and follows from its parts", async () => {
  const { data, errors } = await gateway.ask(`{ countries { code water {
    stress { latest { value year unit } unchangedSince indicator { id title unit } country { name } }
    derivedStress { value year nature }
    renewable { latest { value } unchangedSince } internalRenewable { latest { value } }
    withdrawal { latest { value } } dependency { latest { value } } useEfficiency { latest { value } }
    damCapacity { latest { value } }
    safelyManagedDrinkingWater { latest { value year provenance { source { id } } } indicator { title } }
    basicDrinkingWater { latest { value year } }
  } } }`);

  expect(errors).toEqual([]);
  const water = new Map<string, { stress: { latest: Point; unchangedSince: number | null }; derivedStress: Point[] }>(
    data.countries.map(({ code, water }: { code: string; water: never }) => [code, water]),
  );
  const rounded = (code: string) => Number(water.get(code)?.stress.latest.value?.toFixed(2));
  expect(["KAZ", "KGZ", "TJK", "TKM", "UZB", "AFG"].map(rounded)).toEqual([32.65, 50.04, 64.48, 143.56, 168.92, 54.76]);
  expect(water.get("UZB")?.stress.latest.year).toBe(2018);
  expect(["KAZ", "KGZ", "TJK", "TKM", "AFG"].map((code) => water.get(code)?.stress.unchangedSince)).toEqual([
    null,
    2007,
    null,
    2007,
    2002,
  ]);
  for (const { stress, derivedStress } of water.values()) {
    expect(derivedStress.at(-1)).toMatchObject({ year: 2018, nature: "DERIVED" });
    expect(derivedStress.at(-1)?.value).toBeCloseTo(stress.latest.value ?? 0, 2);
  }
  expect(water.get("UZB")).toMatchObject({
    stress: { indicator: { id: "AQUASTAT:4550", title: "Water stress", unit: "% of available freshwater" } },
    renewable: { latest: { value: 48.87 }, unchangedSince: 1992 },
    internalRenewable: { latest: { value: 16.34 } },
    withdrawal: { latest: { value: 58.904 } },
    damCapacity: { latest: { value: 22.0119 } },
    safelyManagedDrinkingWater: { latest: { value: 58.83, year: 2020, provenance: { source: { id: "JMP" } } } },
    basicDrinkingWater: { latest: { value: 97.83, year: 2020 } },
  });
});

test("a country that the sources do not cover has no figure and a reason, never a zero", async () => {
  const { data, errors } = await gateway.ask(
    '{ country(code: "FRA") { water { stress { latest { value } values { value } missing } derivedStress { value } } forest { missing } dams { id } airQuality { value } } }',
  );
  expect(errors).toEqual([]);
  expect(data.country).toEqual({
    water: { stress: { latest: null, values: [], missing: "NOT_COVERED" }, derivedStress: [] },
    forest: { missing: "NOT_COVERED" },
    dams: [],
    airQuality: [],
  });
});

test("publishers' means of fine particles stand side by side, unmerged", async () => {
  const { data, errors } = await gateway.ask(
    '{ country(code: "KAZ") { airQuality { value year unit nature provenance { source { id } } } forest { latest { value year } indicator { id title } } degradedLand { latest { value year unit } } } }',
  );
  expect(errors).toEqual([]);
  const { airQuality, forest, degradedLand } = data.country;
  const by = (source: string, year: number) =>
    airQuality.find(
      (value: Point & { provenance: { source: { id: string } } }) =>
        value.year === year && value.provenance.source.id === source,
    );
  expect(by("UN_SDG", 2016).value).toBeCloseTo(11.3156, 4);
  expect(by("WORLD_BANK", 2016).value).toBeCloseTo(13.0844, 4);
  expect(by("CIA_FACTBOOK", 2019).value).toBe(38.4);
  expect(forest).toMatchObject({ latest: { value: 1.2796533, year: 2020 }, indicator: { id: "UNSD:AG_LND_FRST" } });
  expect(forest.indicator.title).toMatch(/forest/i);
  expect(degradedLand.latest).toEqual({ value: 36, year: 2015, unit: "% of land area" });
});

test("the Syr Darya passes its countries in order, and its basin gives each its part", async () => {
  const { data, errors } = await gateway.ask(`{ river(id: "syr-darya") { name(language: UZ)
      riparians { order country { code } } lengthKm { value provenance { source { id } } } basin { id } dams { id } }
    basin(id: "amu-darya") { name(language: KK) riparians { country { code } originFlowKm3 areaKm2 allocationKm3 allocationNote
      originFlow { unit provenance { source { id } } } } rivers { id } dams { id } } }`);

  expect(errors).toEqual([]);
  const { river, basin } = data;
  expect(river.name).toBe("Sirdaryo");
  expect(
    river.riparians.map(({ order, country }: { order: number; country: { code: string } }) => [order, country.code]),
  ).toEqual([
    [1, "KGZ"],
    [2, "UZB"],
    [3, "TJK"],
    [4, "UZB"],
    [5, "KAZ"],
  ]);
  expect(river.lengthKm.map(({ value }: Point) => value).toSorted()).toEqual([2212, 2219, 3019, 3078]);
  expect(river.dams.map(({ id }: { id: string }) => id)).toEqual([
    "chardarya",
    "farkhad-tjk",
    "farkhad-uzb",
    "kayrakkum",
  ]);
  expect(basin.name).toBe("Amu Darya");
  const parts = new Map(basin.riparians.map((part: { country: { code: string } }) => [part.country.code, part]));
  expect(parts.get("TJK")).toMatchObject({
    originFlowKm3: 55.73,
    areaKm2: 125450,
    allocationKm3: 9.5,
    originFlow: { unit: "km3 per year", provenance: { source: { id: "UNESCO_PCCP_2003" } } },
  });
  expect(parts.get("AFG")).toMatchObject({ allocationKm3: null, allocationNote: "No share in the protocol of 1987" });
  expect(basin.rivers.map(({ id }: { id: string }) => id)).toContain("panj");
});

test("a dam is found by any of its names, with its power, its purposes and what is wrong in its figures", async () => {
  const { data, errors } = await gateway.ask(`{
    a: dam(id: "Shardara") { id } b: dam(id: "Qayroqum") { id issues } c: dam(id: "toktogul") { capacityKm3 heightM areaKm2 powerMw purposes river { id name } basin { id } country { name } }
    nurek: dam(id: "nurek") { powerMw power { unit provenance { source { id } } } provenance { source { id } } }
    farkhad: dam(id: "farkhad-tjk") { coOwners { code } issues }
    talimarjan: dam(id: "talimarjan") { heightM issues }
    dams { id } onNaryn: dams(river: "naryn") { id } kyrgyz: dams(country: "kg") { id }
  }`);

  expect(errors).toEqual([]);
  expect([data.a.id, data.b.id]).toEqual(["chardarya", "kayrakkum"]);
  expect(data.c).toEqual({
    capacityKm3: 19.5,
    heightM: 215,
    areaKm2: 284,
    powerMw: null,
    purposes: ["irrigation", "hydroelectricity"],
    river: { id: "naryn", name: "Naryn" },
    basin: { id: "syr-darya" },
    country: { name: "Kyrgyzstan" },
  });
  expect(data.nurek).toMatchObject({
    powerMw: 3015,
    power: { unit: "MW", provenance: { source: { id: "WRI_POWER_PLANTS" } } },
  });
  expect(data.farkhad.coOwners).toEqual([{ code: "UZB" }]);
  expect(data.farkhad.issues).toHaveLength(1);
  expect(data.talimarjan).toMatchObject({ heightM: 635, issues: [expect.stringContaining("misprint")] });
  expect(data.dams).toHaveLength(96);
  expect(data.onNaryn).toEqual([{ id: "kurpsay" }, { id: "toktogul" }]);
  expect(data.kyrgyz).toHaveLength(14);
});

test("a glacier's balances add up only where no year is missing", async () => {
  const { data, errors } = await gateway.ask(`{ glaciers { wgmsId gaps cumulativeBalance { value missing unit period } }
    tuyuksu: glacier(wgmsId: "817") { areaKm2 { value year unit } massBalance(from: 2020) { value year note } }
    country(code: "TJK") { glaciers { wgmsId } } }`);

  expect(errors).toEqual([]);
  expect(data.glaciers).toHaveLength(20);
  const broken = data.glaciers.filter(({ gaps }: { gaps: number[] }) => gaps.length > 0);
  const gapsOf = Object.fromEntries(
    broken.map(({ wgmsId, gaps }: { wgmsId: string; gaps: number[] }) => [wgmsId, gaps.length]),
  );
  expect(gapsOf).toEqual({ "732": 13, "753": 16, "781": 35, "805": 25, "813": 15 });
  for (const { cumulativeBalance } of broken) expect(cumulativeBalance).toMatchObject({ value: null, missing: "GAPS" });
  const tuyuksu = data.glaciers.find(({ wgmsId }: { wgmsId: string }) => wgmsId === "817");
  expect(tuyuksu.cumulativeBalance).toEqual({ value: -25767, missing: null, unit: "mm w.e.", period: "1957/2020" });
  expect(data.tuyuksu.areaKm2).toEqual({ value: 2.234812, year: 2019, unit: "km2" });
  expect(data.tuyuksu.massBalance).toEqual([{ value: -287, year: 2020, note: "Preliminary" }]);
  expect(data.country.glaciers).toEqual([]);
});

test("discharge comes with its norm, and a gauge without a record says so", async () => {
  const { data, errors } = await gateway.ask(`{
    talas: river(id: "talas") { meanFlow { value unit period nature } gauges { code normM3s } discharge(from: "2014-01-01") { nature offChannel missing gauge { code river { id } } values { value period } percentOfNorm { value unit } } }
    alaArcha: river(id: "ala-archa") { discharge(from: "2011-05-21", to: "2011-05-31") { values { value period } } }
    naryn: river(id: "naryn") { gauges { code normM3s } discharge { missing values { value } } }
  }`);

  expect(errors).toEqual([]);
  const { talas, alaArcha, naryn } = data;
  expect(talas.meanFlow).toHaveLength(1);
  expect(talas.meanFlow[0]).toMatchObject({ unit: "m3/s", period: "2000/2013", nature: "DERIVED" });
  expect(talas.meanFlow[0].value).toBeCloseTo(22.8, 1);
  expect(talas.gauges).toEqual([{ code: "talas-kluchevka", normM3s: talas.meanFlow[0].value }]);
  expect(talas.discharge).toMatchObject([
    { nature: "MEASURED", offChannel: false, missing: null, gauge: { river: { id: "talas" } } },
  ]);
  expect(talas.discharge[0].values).toEqual([
    { value: 21.5, period: "2014-01" },
    { value: 19.6, period: "2014-02" },
    { value: 20.2, period: "2014-03" },
  ]);
  expect(talas.discharge[0].percentOfNorm[0].value).toBeCloseTo(84.87, 2);
  expect(alaArcha.discharge[0].values).toEqual([{ value: 7.04, period: "2011-05-21/2011-05-31" }]);
  expect(naryn).toEqual({
    gauges: [{ code: "16936", normM3s: null }],
    discharge: [{ missing: "NOT_COVERED", values: [] }],
  });
});

test("what is shared lies in every country that shares it", async () => {
  const { data, errors } = await gateway.ask(
    '{ country(code: "AFG") { basins { id } rivers { id } lakes { id } } rivers(country: "CHN") { id } lakes(country: "TM") { id } }',
  );
  expect(errors).toEqual([]);
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  expect(ids(data.country.basins)).toEqual(["amu-darya", "helmand", "indus", "tejen-murgab"]);
  expect(ids(data.country.rivers)).toEqual(expect.arrayContaining(["amu-darya", "panj", "kunduz", "tejen", "helmand"]));
  expect(ids(data.country.lakes)).toEqual(["ab-e-istada"]);
  expect(ids(data.rivers)).toEqual(["ili", "irtysh"]);
  expect(ids(data.lakes)).toEqual(["caspian-sea"]);
});

test("wrong ids and reversed ranges are coded errors with the nearest match, each at its own field", async () => {
  const { data, errors } = await gateway.ask(`{
    lake(id: "aral-se") { id } river(id: "syr-daria") { id } basin(id: "amudarya") { id } dam(id: "toktogl") { id } glacier(wgmsId: "8177") { wgmsId }
    byCountry: dams(country: "Kazakstan") { id } byRiver: dams(river: "narin") { id }
    ok: lake(id: "caspian-sea") { id areas(from: 2020, to: 2010) { value } levels { datum values(from: "2020-01-01", to: "2010-01-01") { value } } }
    tuyuksu: glacier(wgmsId: "817") { wgmsId massBalance(from: 2020, to: 2010) { value } }
    talas: river(id: "talas") { id discharge(from: "2014-01-01", to: "2013-01-01") { missing } }
  }`);

  const byPath = new Map(errors.map(({ path, extensions }) => [path?.join("."), extensions]));
  const suggested = (path: string) => byPath.get(path)?.suggestions;
  for (const path of ["lake", "river", "basin", "dam", "glacier", "byRiver"]) {
    expect(byPath.get(path)?.code, path).toBe("UNKNOWN_ID");
    expect(data[path]).toBeNull();
  }
  expect(suggested("lake")).toEqual(["aral-sea"]);
  expect(suggested("river")?.[0]).toBe("syr-darya");
  expect(suggested("basin")?.[0]).toBe("amu-darya");
  expect(suggested("dam")).toEqual(["toktogul"]);
  expect(suggested("glacier")).toContain("817");
  expect(suggested("byRiver")).toContain("naryn");
  expect(byPath.get("byCountry")).toMatchObject({ code: "UNKNOWN_COUNTRY", suggestions: ["KAZ"] });
  for (const path of ["ok.areas", "tuyuksu.massBalance", "talas.discharge"]) {
    expect(byPath.get(path)?.code, path).toBe("INVALID_RANGE");
  }
  expect(byPath.get("ok.levels.0.values")?.code).toBe("INVALID_RANGE");
  expect([data.ok.id, data.tuyuksu.wgmsId, data.talas.id]).toEqual(["caspian-sea", "817", "talas"]);
});
