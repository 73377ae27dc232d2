import { expect, test } from "vitest";
import { sharedGateway } from "../../support/shared-gateway.ts";

const { answer } = sharedGateway();

test("publishers' counts of displaced people stand side by side with their spread", async () => {
  const { country, kaz, deu } = await answer(`{
    country(code: "AFG") {
      y2022: displacement(year: 2022) { spread note estimates { value kind population date definition source { id } } }
      y2024: displacement(year: 2024) { note }
      y2025: displacement(year: 2025) { spread note estimates { value population note provenance { source { id } } } }
      early: displacement(year: 1990) { spread missing }
    }
    kaz: country(code: "KAZ") { y2024: displacement(year: 2024) { estimates { value population } } y2025: displacement(year: 2025) { note estimates { value population } } }
    deu: country(code: "DEU") { displacement(year: 2022) { estimates { value } missing } }
  }`);
  const inside = country.y2022.estimates.filter(
    ({ population }: { population: string }) => population === "internally displaced people",
  );
  expect(inside).toEqual([
    expect.objectContaining({ value: 3254002, kind: "STOCK", date: "2022-12-31", source: { id: "UNHCR" } }),
    expect.objectContaining({ value: 4513270, kind: "STOCK", date: "2022-12-31", source: { id: "IDMC" } }),
  ]);
  expect(inside[0].definition).not.toBe(inside[1].definition);
  expect(country.y2022).toMatchObject({ spread: 4513270 - 3254002, note: null });
  expect(country.y2022.estimates).toContainEqual(expect.objectContaining({ value: 32424, kind: "FLOW", date: null }));
  expect(country.y2024.note).toBeNull();
  expect(country.y2025.note).toContain("Series break");
  expect(country.y2025.spread).toBe(4355000 - 3199023);
  expect(country.y2025.estimates).toContainEqual({
    value: 4355000,
    population: "internally displaced people",
    note: "Rounded to thousands, as UNHCR republishes the figure.",
    provenance: { source: { id: "IDMC" } },
  });
  expect(country.y2025.estimates).toContainEqual(
    expect.objectContaining({ value: 1947183, population: "returned refugees" }),
  );
  expect(country.early).toEqual({ spread: null, missing: null });
  // People counted as refugees in Kazakhstan in 2024 are others in need of protection in 2025.
  expect(kaz.y2024.estimates).toContainEqual({ value: 65833, population: "refugees in the country, from others" });
  expect(kaz.y2025.estimates).toContainEqual({
    value: 48391,
    population: "other people in need of international protection in the country, from others",
  });
  expect(deu.displacement).toEqual({ estimates: [], missing: "NOT_COVERED" });
});

test("each of the six has ten years of the risk index, and what the table lacks is null", async () => {
  const { countries, deu } = await answer(`{
    countries { code risk { year overall hazard vulnerability copingCapacity riskClass rank missing provenance { source { id } } } }
    deu: country(code: "DEU") { risk { year } } }`);
  expect(countries).toHaveLength(6);
  for (const { risk } of countries) {
    expect(risk.map(({ year }: { year: number }) => year)).toEqual([
      2024, 2023, 2022, 2021, 2020, 2019, 2018, 2017, 2016, 2015,
    ]);
  }
  const afghanistan = countries.find(({ code }: { code: string }) => code === "AFG");
  expect(afghanistan.risk[0]).toEqual({
    year: 2024,
    overall: 7.8,
    hazard: 7.6,
    vulnerability: 8.3,
    copingCapacity: 7.4,
    riskClass: null,
    rank: null,
    missing: "NEEDS_KEY",
    provenance: { source: { id: "INFORM" } },
  });
  expect(afghanistan.risk[1].missing).toBe("NOT_COVERED");
  expect(deu.risk).toBeNull();
});
