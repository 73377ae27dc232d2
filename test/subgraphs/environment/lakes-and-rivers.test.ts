import { expect, test } from "vitest";
import { sharedGateway } from "../../support/shared-gateway.ts";

const { answer } = sharedGateway();

interface Point {
  readonly year: number;
  readonly value: number | null;
}

test("the Aral Sea shrinks from 41,390 km2 in 1986 to 6,990 in 2018, and the series ends there", async () => {
  const data = await answer(`{ lake(id: "aral-sea") { name(language: RU) countries { code name }
    areas(from: 1986, to: 2030) { year value unit nature provenance { source { id } freshness } } } }`);
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
  const data = await answer(`{ lake(id: "caspian-sea") {
    levels { datum source { id } values(from: "1992-01-01", to: "1995-12-31") { year value unit nature note }
      passes: values(resolution: OBSERVATION, to: "1992-10-08") { period value nature year } }
    baltic: levels(datum: BALTIC_1977) { datum }
    areas { value year provenance { source { id } } }
  } }`);
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

test("the Syr Darya passes its countries in order, and its basin gives each its part", async () => {
  const data = await answer(`{ river(id: "syr-darya") { name(language: UZ)
      riparians { order country { code } } lengthKm { value provenance { source { id } } } basin { id } dams { id } }
    basin(id: "amu-darya") { name(language: KK) riparians { country { code } originFlowKm3 areaKm2 allocationKm3 allocationNote
      originFlow { unit provenance { source { id } } } } rivers { id } dams { id } } }`);
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

test("discharge comes with its norm, and a gauge without a record says so", async () => {
  const data = await answer(`{
    talas: river(id: "talas") { meanFlow { value unit period nature } gauges { code normM3s } discharge(from: "2014-01-01") { nature offChannel missing gauge { code river { id } } values { value period } percentOfNorm { value unit } } }
    alaArcha: river(id: "ala-archa") { discharge(from: "2011-05-21", to: "2011-05-31") { values { value period } } }
    naryn: river(id: "naryn") { gauges { code normM3s } discharge { missing values { value } } }
  }`);
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
  const data = await answer(
    '{ country(code: "AFG") { basins { id } rivers { id } lakes { id } } rivers(country: "CHN") { id } lakes(country: "TM") { id } }',
  );
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  expect(ids(data.country.basins)).toEqual(["amu-darya", "helmand", "indus", "tejen-murgab"]);
  expect(ids(data.country.rivers)).toEqual(expect.arrayContaining(["amu-darya", "panj", "kunduz", "tejen", "helmand"]));
  expect(ids(data.country.lakes)).toEqual(["ab-e-istada"]);
  expect(ids(data.rivers)).toEqual(["ili", "irtysh"]);
  expect(ids(data.lakes)).toEqual(["caspian-sea"]);
});
