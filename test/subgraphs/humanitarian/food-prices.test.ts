import { expect, test } from "vitest";
import { sharedGateway } from "../../support/shared-gateway.ts";

const { ask, answer } = sharedGateway();

interface Price {
  readonly date: string;
  readonly market: string;
  readonly afn: number;
  readonly usd: number | null;
  readonly flag: string | null;
  readonly missing: string | null;
  readonly commodity: string;
}

test("prices in old afghani are marked and have no dollars, and cereals of the same years have", async () => {
  const { country } = await answer(`{ country(code: "AFG") {
    old: foodPrices(to: "2002-12-31") { commodity afn usd flag missing }
    fuel: foodPrices(commodity: "fuel (diesel)", from: "2002-12-01", to: "2003-01-31") { market date afn usd flag } } }`);
  const old: Price[] = country.old;
  const cereals = new Set(["Bread", "Wheat", "Wheat flour"]);
  for (const { commodity, afn, usd, flag, missing } of old) {
    if (cereals.has(commodity)) {
      expect(flag).toBeNull();
      expect(usd).toBeGreaterThan(0);
      expect(afn).toBeLessThan(100);
    } else {
      expect({ flag, usd, missing }).toEqual({ flag: "OLD_AFGHANI", usd: null, missing: "NOT_COMPARABLE" });
      expect(afn).toBeGreaterThan(3000);
    }
  }
  expect(old.some(({ flag }) => flag === null)).toBe(true);
  const kabul = country.fuel.filter(({ market }: Price) => market === "Kabul");
  expect(kabul).toEqual([
    { market: "Kabul", date: "2002-12-15", afn: 14800, usd: null, flag: "OLD_AFGHANI" },
    { market: "Kabul", date: "2003-01-15", afn: 14, usd: 0.3256, flag: null },
  ]);
});

test("all 33,511 rows of the price file are answered, the exchange rate as a series of its own", async () => {
  const { country } = await answer(
    '{ country(code: "AFG") { foodPrices { commodity } exchangeRates { afnPerUsd } september: exchangeRates(from: "2024-09-01") { market date afnPerUsd province { pcode } } } }',
  );
  expect(country.foodPrices.length + country.exchangeRates.length).toBe(33511);
  expect(country.exchangeRates).toHaveLength(2341);
  const commodities = new Set(country.foodPrices.map(({ commodity }: Price) => commodity));
  expect(commodities.size).toBe(15);
  expect(commodities).not.toContain("Exchange rate");
  for (const { afnPerUsd } of country.exchangeRates) expect(afnPerUsd).toBeGreaterThan(30);
  expect(country.september).toHaveLength(33);
});

test("a good that is priced nowhere and a range that runs backwards are coded errors", async () => {
  const { data, errors } = await ask(`{ country(code: "AFG") {
    typo: foodPrices(commodity: "Wheet") { afn }
    rate: foodPrices(commodity: "Exchange rate") { afn }
    backwards: foodPrices(commodity: "Wheat", from: "2024-01-01", to: "2023-01-01") { afn }
    none: foodPrices(commodity: "Wheat", from: "2030-01-01") { afn } } }`);
  expect(data.country).toEqual({ typo: null, rate: null, backwards: null, none: [] });
  const byField = new Map(errors.map(({ path, extensions }) => [path?.[1], extensions]));
  expect(byField.get("typo")).toMatchObject({ code: "UNKNOWN_ID", suggestions: ["Wheat"] });
  expect(byField.get("rate")?.suggestions).toHaveLength(15);
  expect(byField.get("backwards")).toMatchObject({ code: "INVALID_RANGE" });
});
