import { expect, test } from "vitest";
import { sharedGateway } from "../../support/shared-gateway.ts";

const { answer } = sharedGateway();

test("the country has 13 analyses of food security, and two early ones are of a region", async () => {
  const { country } = await answer(`{ country(code: "AFG") {
    foodSecurity { analysis period projected area kind population phase1 phase2 phase3 phase4 phase5 phase3Plus province { pcode } provenance { source { id } } } } }`);
  const all: { analysis: string; kind: string; area: string }[] = country.foodSecurity;
  expect(new Set(all.map(({ analysis }) => analysis)).size).toBe(13);
  expect(all.slice(0, 2)).toEqual([
    {
      analysis: "Oct 2024",
      period: "2024-09-01/2024-10-31",
      projected: false,
      area: "Afghanistan",
      kind: "COUNTRY",
      population: 46024354,
      phase1: 14192140,
      phase2: 20204146,
      phase3: 9798949,
      phase4: 1811656,
      phase5: 0,
      phase3Plus: 11610606,
      province: null,
      provenance: { source: { id: "HDX" } },
    },
    expect.objectContaining({
      analysis: "Oct 2024",
      period: "2024-11-01/2025-03-31",
      projected: true,
      phase3Plus: 14764724,
    }),
  ]);
  expect(all.filter(({ kind }) => kind === "REGION").map(({ analysis, area }) => `${analysis} ${area}`)).toEqual([
    "Jan 2018 North East",
    "May 2017 East Region",
  ]);
});

test("every province of 2023 is analysed, towns stand beside their provinces, and other spellings are found", async () => {
  const { provinces } = await answer("{ provinces { pcode foodSecurity { analysis area kind projected phase5 } } }");
  const areas = new Map<
    string,
    { analysis: string; area: string; kind: string; projected: boolean; phase5: number | null }[]
  >(provinces.map((province: { pcode: string; foodSecurity: object[] }) => [province.pcode, province.foodSecurity]));
  expect(areas.size).toBe(34);
  let towns = 0;
  for (const [pcode, analyses] of areas) {
    const latest = analyses.filter(({ analysis, projected }) => analysis === "Apr 2023" && !projected);
    expect(
      latest.filter(({ kind }) => kind === "PROVINCE"),
      pcode,
    ).toHaveLength(1);
    towns += latest.filter(({ kind }) => kind === "URBAN").length;
  }
  expect(towns).toBe(11);
  const namesOf = (pcode: string) => new Set(areas.get(pcode)?.map(({ area }) => area));
  expect(namesOf("AF30")).toEqual(new Set(["Hilmand", "Helmand", "Helmand Urban"]));
  expect(namesOf("AF22")).toContain("Sari pul");
  expect(namesOf("AF04")).toContain("Wardak");
  // Groups of districts of 2017 belong to their province; what they do not state is missing, not zero.
  const groups = areas.get("AF06")?.filter(({ kind }) => kind === "CLUSTER") ?? [];
  expect(groups).toHaveLength(8);
  expect(groups.find(({ area }) => area === "Nangarhar c_1")?.phase5).toBeNull();
});
