import { describe, expect, test } from "vitest";
import { sample } from "../../support/sample.ts";
import { type PublishedRow, publisherFiles, publishersRows } from "../../support/shared-data.ts";
import { sharedGateway } from "../../support/shared-gateway.ts";

const rawRows = (path: string) => publishersRows("humanitarian", path);
const numberOf = (cell: string | undefined) => (cell ? Number(cell) : null);

describe.skipIf(!publisherFiles("humanitarian"))("against the publishers' files", () => {
  const { answer } = sharedGateway();

  test("200 random prices and 50 exchange rates are answered as their file states them", async () => {
    const rows = rawRows("prices/wfp_food_prices_afg_2000-2024.csv.gz").slice(1);
    const isRate = (row: PublishedRow) => row["commodity"] === "Exchange rate";
    const picked = [
      ...sample(
        rows.filter((row) => !isRate(row)),
        200,
        11,
      ),
      ...sample(rows.filter(isRate), 50, 12),
    ];
    const fields = picked.map((row, i) => {
      const days = `from: "${row["date"]}", to: "${row["date"]}"`;
      return isRate(row)
        ? `f${i}: exchangeRates(${days}) { market afnPerUsd }`
        : `f${i}: foodPrices(commodity: ${JSON.stringify(row["commodity"])}, ${days}) { market afn usd flag unit priceType priceFlag }`;
    });
    for (let start = 0; start < picked.length; start += 50) {
      const part = fields.slice(start, start + 50);
      const data = await answer(`{ country(code: "AFG") { ${part.join(" ")} } }`);
      for (const [i, row] of picked.slice(start, start + 50).entries()) {
        const market = row["market"];
        const found = data.country[`f${start + i}`].filter((each: { market: string }) => each.market === market);
        const old = row["category"]?.match(/^(non-food|meat)/) && (row["date"] ?? "") < "2003";
        const price = {
          market,
          afn: Number(row["price"]),
          usd: old ? null : Number(row["usdprice"]),
          flag: old ? "OLD_AFGHANI" : null,
          unit: row["unit"],
          priceType: row["pricetype"],
          priceFlag: row["priceflag"],
        };
        expect(found).toEqual([isRate(row) ? { market, afnPerUsd: Number(row["price"]) } : price]);
      }
    }
  });

  test("100 random areas of the analyses of food security are answered as their table states them", async () => {
    const data = await answer(
      "{ provinces { foodSecurity { analysis period area population phase1 phase2 phase3 phase4 phase5 phase3Plus } } }",
    );
    const answered = new Map<string, Record<string, number | null>>(
      data.provinces.flatMap((province: { foodSecurity: Record<string, string>[] }) =>
        province.foodSecurity.map((each) => [`${each["analysis"]}|${each["period"]}|${each["area"]}`, each]),
      ),
    );
    const fields: Record<string, string> = { all: "population", "3+": "phase3Plus" };
    const rows = rawRows("foodsecurity/ipc_afg_area_long.csv");
    for (const row of sample(rows, 300, 13)) {
      const key = `${row["Date of analysis"]}|${row["From"]}/${row["To"]}|${row["Area"]}`;
      const field = fields[row["Phase"] ?? ""] ?? `phase${row["Phase"]}`;
      expect(answered.get(key)?.[field], key).toBe(Number(row["Number"]));
    }
  });

  test("the needs of 2024 and 2026 are answered as their tables state them", async () => {
    const fields = "peopleInNeed targeted byCluster { caseload peopleInNeed targeted }";
    const data = await answer(`{
      country(code: "AFG") { y2024: needs(year: 2024) { ${fields} } y2026: needs(year: 2026) { ${fields} } }
      AF01: province(pcode: "AF01") { needs(year: 2024) { ${fields} } }
      AF0101: province(pcode: "AF0101") { needs(year: 2024) { ${fields} } } }`);
    const answered: Record<string, { byCluster: { caseload: string }[] }> = {
      AFG2024: data.country.y2024,
      AFG2026: data.country.y2026,
      AF012024: data.AF01.needs,
      AF01012024: data.AF0101.needs,
    };
    let compared = 0;
    for (const [path, year] of [
      ["afg_hpc_needs_api_2024", 2024],
      ["hpc_hno_2026_afg", 2026],
    ] as const) {
      for (const row of rawRows(`needs/${path}.csv`)) {
        const [inNeed, targeted] = [numberOf(row["In Need"]), numberOf(row["Targeted"])];
        const isTotal = row["Category"] === "" || row["Category"]?.toLowerCase() === "total";
        if (!isTotal || (inNeed === null && targeted === null)) continue;
        const needs = answered[`${row["Admin 2 PCode"] || row["Admin 1 PCode"] || "AFG"}${year}`];
        const list =
          row["Cluster"] === "ALL" ? needs : needs?.byCluster.find(({ caseload }) => caseload === row["Description"]);
        expect(list, JSON.stringify(row)).toMatchObject({ peopleInNeed: inNeed, targeted });
        compared++;
      }
    }
    expect(compared).toBe(49);
  });

  test("displaced people inside each country are those of the publishers' rows in every year", async () => {
    const years = Array.from({ length: 17 }, (_, i) => 2008 + i);
    const fields = years.map(
      (year) => `y${year}: displacement(year: ${year}) { estimates { value population kind source { id } } }`,
    );
    const data = await answer(`{ countries { code ${fields.join(" ")} } }`);
    const population = rawRows("displacement/unhcr_population_afg_ca.csv.gz");
    const conflict = rawRows("displacement/idmc_gidd_conflict_afg_ca.csv");
    for (const country of data.countries) {
      for (const year of years) {
        const estimates: { value: number; population: string; kind: string; source: { id: string } }[] =
          country[`y${year}`].estimates;
        const inside = (id: string) =>
          estimates.find(({ population, source }) => population === "internally displaced people" && source.id === id)
            ?.value ?? null;
        const own = population.find(
          (row) => row["coo_iso"] === country.code && row["coa_iso"] === country.code && row["year"] === String(year),
        );
        expect(inside("UNHCR"), `${country.code} ${year}`).toBe(numberOf(own?.["idps"]));
        const gidd = conflict.find((row) => row["iso3"] === country.code && row["year"] === String(year));
        expect(inside("IDMC"), `${country.code} ${year}`).toBe(numberOf(gidd?.["total_displacement"]));
      }
    }
  });

  test("every province has the Dari name and the area of the boundary table", async () => {
    const data = await answer("{ provinces { pcode name(language: FA) areaKm2 } }");
    const answered = new Map(data.provinces.map((province: { pcode: string }) => [province.pcode, province]));
    for (const row of rawRows("admin/afg_adm1_cod.csv")) {
      const pcode = row["ADM1_PCODE"];
      expect(answered.get(pcode)).toEqual({ pcode, name: row["ADM1_DA"], areaKm2: Number(row["AREA_SQKM"]) });
    }
  });
});
