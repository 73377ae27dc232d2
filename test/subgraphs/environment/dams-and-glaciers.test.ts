import { expect, test } from "vitest";
import { sharedGateway } from "../../support/shared-gateway.ts";

const { answer } = sharedGateway();

test("a dam is found by any of its names, with its power, its purposes and what is wrong in its figures", async () => {
  const data = await answer(`{
    a: dam(id: "Shardara") { id } b: dam(id: "Qayroqum") { id issues } c: dam(id: "toktogul") { capacityKm3 heightM areaKm2 powerMw purposes river { id name } basin { id } country { name } }
    nurek: dam(id: "nurek") { powerMw power { unit provenance { source { id } } } provenance { source { id } } }
    farkhad: dam(id: "farkhad-tjk") { coOwners { code } issues }
    talimarjan: dam(id: "talimarjan") { heightM issues }
    dams { id } onNaryn: dams(river: "naryn") { id } kyrgyz: dams(country: "kg") { id }
  }`);
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
  const data = await answer(`{ glaciers { wgmsId gaps cumulativeBalance { value missing unit period } }
    tuyuksu: glacier(wgmsId: "817") { areaKm2 { value year unit } massBalance(from: 2020) { value year note } }
    country(code: "TJK") { glaciers { wgmsId } } }`);
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
