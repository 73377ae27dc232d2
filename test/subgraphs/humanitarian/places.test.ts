import { expect, test } from "vitest";
import { sharedGateway } from "../../support/shared-gateway.ts";

const gateway = sharedGateway();

test("Afghanistan has 34 provinces with Dari names, areas and 401 districts", async () => {
  const { data, errors } = await gateway.ask(
    "{ provinces { pcode level name dari: name(language: FA) russian: name(language: RU) areaKm2 missing districts { pcode parent { pcode } } country { code } } }",
  );
  expect(errors).toEqual([]);
  expect(data.provinces).toHaveLength(34);
  expect(data.provinces[0]).toMatchObject({
    pcode: "AF01",
    level: 1,
    name: "Kabul",
    dari: "کابل",
    russian: "Kabul",
    missing: null,
    country: { code: "AFG" },
  });
  const districts = data.provinces.flatMap(
    ({ pcode, districts }: { pcode: string; districts: { parent: { pcode: string } }[] }) => {
      for (const { parent } of districts) expect(parent.pcode).toBe(pcode);
      return districts;
    },
  );
  expect(districts).toHaveLength(401);
  for (const { areaKm2, dari, name } of data.provinces) {
    expect(areaKm2).toBeGreaterThan(1000);
    expect(dari).not.toBe(name);
  }
});

test("a country without place codes has null provinces, and one without areas says so", async () => {
  const { data, errors } = await gateway.ask(`{
    tkm: country(code: "TKM") { provinces { pcode } }
    also: provinces(country: "TKM") { pcode }
    kgz: country(code: "KGZ") { provinces { name areaKm2 missing } }
  }`);
  expect(errors).toEqual([]);
  expect(data.tkm.provinces).toBeNull();
  expect(data.also).toBeNull();
  expect(data.kgz.provinces).toHaveLength(9);
  for (const province of data.kgz.provinces) expect(province).toMatchObject({ areaKm2: null, missing: "NOT_COVERED" });
});

test("places, clusters and organisations lead to each other and wrong codes suggest right ones", async () => {
  const { data, errors } = await gateway.ask(`{
    province(pcode: "af0101") { name level parent { name country { code appeals(year: 2020) { code } } } districts { pcode } }
    wrong: province(pcode: "AF99") { name }
    country: provinces(country: "ZZZ") { pcode }
    clusters { code name aliases labels { name firstYear lastYear } parent { code } }
    organizations(search: "confidential", type: "NGOs") { totalCount nodes { id name isPlaceholder type } }
    type: organizations(type: "NGO") { totalCount }
  }`);
  expect(data.province).toMatchObject({
    name: "Kabul",
    level: 2,
    parent: { name: "Kabul", country: { code: "AFG" } },
    districts: null,
  });
  expect(data.clusters).toContainEqual({
    code: "PRO-CPN",
    name: "Protection - Child Protection",
    aliases: ["Child Protection"],
    labels: [
      { name: "Child Protection", firstYear: 2020, lastYear: 2021 },
      { name: "Protection - Child Protection", firstYear: 2022, lastYear: 2026 },
    ],
    parent: { code: "PRO" },
  });
  for (const { name, labels } of data.clusters) expect(labels.at(-1)).toMatchObject({ name, lastYear: 2026 });
  expect(data.organizations.totalCount).toBeGreaterThan(0);
  for (const organization of data.organizations.nodes) {
    expect(organization).toMatchObject({ isPlaceholder: true, type: "NGOs" });
  }
  const byField = new Map(errors.map(({ path, extensions }) => [path?.[0], extensions]));
  expect(byField.get("wrong")).toMatchObject({ code: "UNKNOWN_ID", suggestions: expect.arrayContaining(["AF09"]) });
  expect(byField.get("country")).toMatchObject({ code: "UNKNOWN_COUNTRY" });
  expect(byField.get("type")).toMatchObject({ code: "UNKNOWN_ID", suggestions: ["NGOs"] });
});
