import { expect, test } from "vitest";
import { sharedGateway } from "../../support/shared-gateway.ts";

const { answer } = sharedGateway();

test("one request joins needs, food security and prices of a province by its place code", async () => {
  const { province } = await answer(`{ province(pcode: "AF01") { name
    needs(year: 2024) { peopleInNeed targeted missing }
    foodSecurity { analysis phase3Plus area kind projected province { pcode } }
    foodPrices(commodity: "Wheat", from: "2023-01-01") { date market afn usd province { pcode } district { pcode } } } }`);
  expect(province.name).toBe("Kabul");
  expect(province.needs).toEqual({ peopleInNeed: 3393245, targeted: 2342524, missing: null });
  expect(province.foodSecurity.slice(0, 2)).toEqual([
    {
      analysis: "Apr 2023",
      phase3Plus: 1022722,
      area: "Kabul",
      kind: "PROVINCE",
      projected: false,
      province: { pcode: "AF01" },
    },
    {
      analysis: "Apr 2023",
      phase3Plus: 1689705,
      area: "Kabul Urban",
      kind: "URBAN",
      projected: false,
      province: { pcode: "AF01" },
    },
  ]);
  expect(province.foodPrices).toHaveLength(21);
  expect(province.foodPrices.at(-1)).toEqual({
    date: "2024-09-15",
    market: "Kabul",
    afn: 30,
    usd: 0.3863,
    province: { pcode: "AF01" },
    district: { pcode: "AF0101" },
  });
  const days = province.foodPrices.map(({ date }: { date: string }) => date);
  expect(days).toEqual(days.toSorted());
});

test("a province without needs says why, and one without markets has null", async () => {
  const data = await answer(`{
    province(pcode: "AF02") { needs(year: 2024) { peopleInNeed byCluster { caseload } overlapping missing } }
    oblast: province(pcode: "KG02000000000") { foodPrices { afn } foodSecurity { area } exchangeRates { afnPerUsd } needs(year: 2024) { missing } }
    district: province(pcode: "AF0101") { needs(year: 2024) { peopleInNeed } foodSecurity { area } foodPrices(from: "2024-09-01") { market } }
    provinces(country: "TKM") { pcode }
  }`);
  expect(data.province.needs).toEqual({
    peopleInNeed: null,
    byCluster: [],
    overlapping: false,
    missing: "NOT_COVERED",
  });
  expect(data.oblast).toEqual({
    foodPrices: null,
    foodSecurity: null,
    exchangeRates: null,
    needs: { missing: "NOT_COVERED" },
  });
  expect(data.district.needs).toEqual({ peopleInNeed: 2293151 });
  expect(data.district.foodSecurity).toBeNull();
  expect(new Set(data.district.foodPrices.map(({ market }: { market: string }) => market))).toEqual(new Set(["Kabul"]));
  expect(data.provinces).toBeNull();
});
