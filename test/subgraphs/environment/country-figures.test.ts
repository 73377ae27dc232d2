import { expect, test } from "vitest";
import { sharedGateway } from "../../support/shared-gateway.ts";

const { answer } = sharedGateway();

interface Point {
  readonly year: number;
  readonly value: number | null;
  readonly unit: string;
}

test("water stress of the six is FAO's of 2018, says where it only repeats, and follows from its parts", async () => {
  const data = await answer(`{ countries { code water {
    stress { latest { value year unit } unchangedSince indicator { id title unit } country { name } }
    derivedStress { value year nature }
    renewable { latest { value } unchangedSince } internalRenewable { latest { value } }
    withdrawal { latest { value } } dependency { latest { value } } useEfficiency { latest { value } }
    damCapacity { latest { value } }
    safelyManagedDrinkingWater { latest { value year provenance { source { id } } } indicator { title } }
    basicDrinkingWater { latest { value year } }
  } } }`);
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
  const data = await answer(
    '{ country(code: "FRA") { water { stress { latest { value } values { value } missing } derivedStress { value } } forest { missing } dams { id } airQuality { value } } }',
  );
  expect(data.country).toEqual({
    water: { stress: { latest: null, values: [], missing: "NOT_COVERED" }, derivedStress: [] },
    forest: { missing: "NOT_COVERED" },
    dams: [],
    airQuality: [],
  });
});

test("publishers' means of fine particles stand side by side, unmerged", async () => {
  const data = await answer(
    '{ country(code: "KAZ") { airQuality { value year unit nature provenance { source { id } } } forest { latest { value year } indicator { id title } } degradedLand { latest { value year unit } } } }',
  );
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
