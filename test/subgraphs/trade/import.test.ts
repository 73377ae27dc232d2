import { describe, expect, it } from "vitest";
import { region } from "../../../subgraphs/kit/countries.ts";
import { sourceById } from "../../../subgraphs/kit/register/sources.ts";
import { imfYears } from "../../../subgraphs/trade/flows.ts";
import { importTables } from "../../../subgraphs/trade/import/index.ts";
import { committedTables } from "../../support/committed-tables.ts";
import { publisherFiles } from "../../support/shared-data.ts";

const { rowsOf, infos, bytes, expectFrom } = committedTables("trade");
const published = publisherFiles("trade") ?? "";

/** Value and nature by reporter, partner and year. */
async function cellsOf(table: string): Promise<ReadonlyMap<string, { value: number; nature: string }>> {
  return new Map(
    (await rowsOf(table)).map((row) => [
      `${row["reporter"]} ${row["partner"]} ${row["year"]}`,
      { value: Number(row["valueMillionUsd"]), nature: row["nature"] ?? "" },
    ]),
  );
}

describe.skipIf(!published)("importing the publishers' files", () => {
  it("gives the committed tables and manifest to the byte", () => expectFrom(importTables, published));
});

describe("the tables of the trade subgraph", () => {
  it("name registered sources only, and stay under 4.5 MB", async () => {
    for (const { sources } of Object.values(await infos()))
      for (const id of sources) expect(sourceById(id).id).toBe(id);
    expect(await bytes()).toBeLessThan(4_500_000);
  });

  it("hold all 69,239 cells of the IMF, each once, of areas that the partners table names", async () => {
    const known = new Set((await rowsOf("partners")).map((row) => row["code"]));
    const exports = await rowsOf("imf-exports");
    const imports = await rowsOf("imf-imports");
    expect(exports.length + imports.length).toBe(69_239);
    expect((await cellsOf("imf-exports")).size).toBe(exports.length);
    expect((await cellsOf("imf-imports")).size).toBe(imports.length);
    const codes = new Set([...exports, ...imports].flatMap((row) => [row["reporter"], row["partner"]]));
    expect([...codes].filter((code) => !known.has(code))).toEqual([]);
  });

  it("span the years that a missing figure is judged by", async () => {
    const years = (await rowsOf("imf-exports")).map((row) => Number(row["year"]));
    expect({ first: Math.min(...years), last: Math.max(...years) }).toEqual(imfYears);
  });

  it("put the countries that the IMF calls by other names under their codes", async () => {
    const codes = new Map((await rowsOf("partners")).map((row) => [row["imfLabel"], row["code"]]));
    const labels = {
      "China, P.R.: Mainland": "CHN",
      "China, P.R.: Hong Kong": "HKG",
      "Congo, Dem. Rep. of the": "COD",
      "Congo, Rep. of": "COG",
      "Korea, Dem. People's Rep. of": "PRK",
      "Korea, Rep. of": "KOR",
      "Yemen, Rep. of": "YEM",
      "Kyrgyz Rep.": "KGZ",
      "European Union": "EU27",
      World: "WLD",
    };
    for (const [label, code] of Object.entries(labels)) expect(codes.get(label), label).toBe(code);
  });

  it("tell sums from partners: the partners of a reporter add up to its World row", async () => {
    const kinds = new Map((await rowsOf("partners")).map((row) => [row["code"], row["kind"]]));
    for (const table of ["imf-exports", "imf-imports"]) {
      const rows = (await rowsOf(table)).filter((row) => Number(row["year"]) >= 2010);
      for (const reporter of region) {
        for (let year = 2010; year <= 2020; year++) {
          const own = rows.filter((row) => row["reporter"] === reporter && row["year"] === String(year));
          const single = own.filter((row) => ["COUNTRY", "UNSPECIFIED"].includes(kinds.get(row["partner"]) ?? ""));
          const sum = single.reduce((total, row) => total + Number(row["valueMillionUsd"]), 0);
          const world = Number(own.find((row) => row["partner"] === "WLD")?.["valueMillionUsd"]);
          expect(Math.abs(sum / world - 1), `${table} ${reporter} ${year}`).toBeLessThan(0.001);
        }
      }
    }
  });

  it("mark what the IMF made for Turkmenistan from its partners' reports, and not those reports", async () => {
    const exports = await cellsOf("imf-exports");
    const imports = await cellsOf("imf-imports");
    const kinds = new Map((await rowsOf("partners")).map((row) => [row["code"], row["kind"]]));
    let made = 0;
    for (const [key, { value, nature }] of imports) {
      const [reporter, partner = "", year] = key.split(" ");
      const exported = exports.get(`${partner} TKM ${year}`);
      if (reporter !== "TKM" || Number(year) < 2004 || kinds.get(partner) === "GROUP" || !exported) continue;
      if (Math.abs(value / exported.value - 1.06) >= 0.0002) continue;
      const flagged = nature === "ESTIMATED" || exported.nature === "ESTIMATED";
      if (flagged) continue;
      made += 1;
      expect({ key, nature, exported: exported.nature }).toEqual({ key, nature: "IMPUTED", exported: "" });
    }
    expect(made).toBeGreaterThan(1000);
    expect(imports.get("TKM WLD 2019")?.nature).toBe("IMPUTED");
    expect(exports.get("TKM WLD 2020")?.nature).toBe("IMPUTED");
    expect(imports.get("KAZ TKM 2019")?.nature).toBe("");
    expect(exports.get("KAZ WLD 2019")?.nature).toBe("");
  });

  it("name every chapter and heading in Russian but those of goods not specified", async () => {
    const commodities = await rowsOf("commodities");
    expect(commodities.filter((row) => row["level"] === "2")).toHaveLength(97);
    expect(commodities.filter((row) => row["level"] === "4")).toHaveLength(1229);
    expect(commodities.filter((row) => row["nameRu"] === "").map((row) => row["code"])).toEqual(["99", "9999"]);
    const ids = new Set(commodities.map((row) => row["id"]));
    expect(commodities.filter((row) => row["parent"] !== "" && !ids.has(row["parent"]))).toEqual([]);
  });

  it("name every country in Russian and Uzbek, each in its own script", async () => {
    const countries = (await rowsOf("partners")).filter((row) => row["country"] !== "");
    expect(countries.filter((row) => !/\p{Script=Cyrillic}/u.test(row["nameRu"] ?? ""))).toEqual([]);
    expect(countries.filter((row) => !/^\p{Script=Latin}/u.test(row["nameUz"] ?? ""))).toEqual([]);
  });
});
