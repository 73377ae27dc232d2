import { expect, test } from "vitest";
import { sharedGateway } from "../../support/shared-gateway.ts";

const { answer } = sharedGateway();

interface Caseload {
  readonly caseload: string;
  readonly cluster: { readonly code: string } | null;
  readonly partOf: { readonly code: string } | null;
  readonly peopleInNeed: number | null;
}

test("people in need are counted once, and the lists of clusters overlap", async () => {
  const { country, kgz } = await answer(`{
    country(code: "AFG") {
      y2020: needs(year: 2020) { peopleInNeed targeted reached byCluster { caseload } overlapping provenance { vintage } }
      y2024: needs(year: 2024) { peopleInNeed targeted reached overlapping missing provenance { vintage source { id } }
        byCluster { caseload cluster { code } partOf { code } peopleInNeed targeted } }
      y2025: needs(year: 2025) { peopleInNeed missing }
      y2026: needs(year: 2026) { peopleInNeed targeted reached byCluster { cluster { code } peopleInNeed targeted } }
    }
    kgz: country(code: "KGZ") { needs(year: 2024) { missing } }
  }`);
  expect(country.y2020).toEqual({
    peopleInNeed: 14000000,
    targeted: 11054331,
    reached: 10000000,
    byCluster: [],
    overlapping: false,
    provenance: { vintage: "2021-03-12" },
  });
  expect(country.y2024).toMatchObject({
    peopleInNeed: 23666389,
    targeted: 17327995,
    reached: 18400000,
    overlapping: true,
    missing: null,
    provenance: { vintage: "2025-01-15", source: { id: "HPC" } },
  });
  const lists: Caseload[] = country.y2024.byCluster;
  const wholes = lists.filter(({ partOf }) => partOf === null);
  expect(lists.slice(0, wholes.length)).toEqual(wholes);
  // The caseload of an appeal at the borders is no cluster's.
  const clusters = wholes.filter(({ cluster }) => cluster?.code !== "MS");
  expect(clusters.reduce((total, { peopleInNeed }) => total + (peopleInNeed ?? 0), 0)).toBe(97711449);
  expect(lists.find(({ cluster }) => cluster?.code === "PRO")).toMatchObject({
    caseload: "Protection (overall)",
    peopleInNeed: 20806009,
  });
  expect(
    lists
      .filter(({ partOf }) => partOf?.code === "PRO")
      .map(({ cluster }) => cluster?.code ?? null)
      .toSorted(),
  ).toEqual(["PRO-CPN", "PRO-GBV", "PRO-HLP", "PRO-MIN", null].toSorted());
  expect(country.y2025).toEqual({ peopleInNeed: null, missing: "NOT_COVERED" });
  expect(country.y2026).toMatchObject({ peopleInNeed: 21889283, targeted: 17479657, reached: null });
  expect(country.y2026.byCluster).toContainEqual({ cluster: { code: "MPC" }, peopleInNeed: null, targeted: 688322 });
  expect(kgz.needs).toEqual({ missing: "NOT_COVERED" });
});
