import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importTables } from "../../../subgraphs/countries/import/index.ts";
import { region } from "../../../subgraphs/kit/countries.ts";
import { sourceById } from "../../../subgraphs/kit/register/sources.ts";
import { committedTables } from "../../support/committed-tables.ts";
import { publisherFiles } from "../../support/shared-data.ts";

const { rowsOf, infos, bytes, expectFrom } = committedTables("countries");
const published = publisherFiles("countries") ?? "";

describe.skipIf(!published)("importing the publishers' files", () => {
  it("gives the committed tables and manifest to the byte", () => expectFrom(importTables, published));

  it("takes the headlines that the platforms show for the same indicators", async () => {
    const shown = join(published, "recorded/opensdg_kgz");
    const kept = await rowsOf("national-kgz");
    const places = await rowsOf("national-series");
    let compared = 0;
    for (const file of (await readdir(shown)).filter((name) => name.startsWith("en_headline_"))) {
      const page = file.replace("en_headline_", "").replace(".json", "");
      const place = places.find((row) => row["id"]?.startsWith("KGZ:") && row["page"] === page);
      const rows: readonly { Year: number; Value: number }[] = JSON.parse(await readFile(join(shown, file), "utf8"));
      if (place?.["alone"] !== "true" || rows.length === 0) continue;
      const figures = kept.filter((row) => row["indicator"] === place["id"]);
      expect(
        figures.map((row) => [Number(row["year"]), Number(row["value"])]),
        page,
      ).toEqual(rows.map(({ Year, Value }) => [Year, Value]));
      compared += 1;
    }
    expect(compared).toBeGreaterThan(7);
  });

  it("computes the borders that another publisher lists for the six", async () => {
    const text = await readFile(join(published, "reference/mledoze_countries.json"), "utf8");
    const listed: readonly { cca3: string; borders: string[]; landlocked: boolean }[] = JSON.parse(text);
    const countries = new Map((await rowsOf("countries")).map((row) => [row["code"], row]));
    for (const code of region) {
      const other = listed.find(({ cca3 }) => cca3 === code);
      expect(countries.get(code)?.["borders"]).toBe(other?.borders.toSorted().join(";"));
      expect(countries.get(code)?.["landlocked"]).toBe(String(other?.landlocked));
    }
  });
});

describe("the tables of the countries subgraph", () => {
  it("name registered sources only, and stay under 3.3 MB", async () => {
    for (const { sources } of Object.values(await infos()))
      for (const id of sources) expect(sourceById(id).id).toBe(id);
    expect(await bytes()).toBeLessThan(3_300_000);
  });

  it("hold the World Bank's population of 2025 as published", async () => {
    const population = new Map(
      (await rowsOf("wdi"))
        .filter((row) => row["indicator"] === "SP.POP.TOTL" && row["year"] === "2025")
        .map((row) => [row["country"], Number(row["value"])]),
    );
    expect((population.get("KAZ") ?? 0) / 1e6).toBeCloseTo(20.84, 2);
    expect((population.get("UZB") ?? 0) / 1e6).toBeCloseTo(37.05, 2);
  });

  it("keep one observation per indicator, country and year, each of an indicator that says where it is held", async () => {
    const holder = new Map((await rowsOf("indicators")).map((row) => [row["id"], row["table"]]));
    const seen = new Set<string>();
    const held = new Set<string | undefined>();
    const national = ["national-kaz", "national-kgz", "national-tjk"];
    for (const table of ["wdi", "wdi-gapminder", "wdi-open-numbers", "unsd", ...national]) {
      for (const row of await rowsOf(table)) {
        const key = `${row["indicator"]} ${row["country"]} ${row["year"]}`;
        if (seen.has(key)) expect.fail(`${key} is twice in the tables`);
        seen.add(key);
        if (holder.get(row["indicator"] ?? "") !== table)
          expect.fail(`${key} is in ${table}, not where its indicator says`);
        held.add(row["indicator"]);
      }
    }
    expect(held.size).toBe(holder.size);
  });

  it("relate indicators both ways and give each a unit", async () => {
    const indicators = await rowsOf("indicators");
    const related = new Map(indicators.map((row) => [row["id"], (row["related"] ?? "").split(";").filter(Boolean)]));
    for (const [id, others] of related) for (const other of others) expect(related.get(other)).toContain(id);
    expect(related.get("SH.H2O.SMDW.ZS")).toEqual(["UNSD:SH_H2O_SAFE"]);
    expect(indicators.filter((row) => row["unit"] === "")).toEqual([]);
  });

  it("hold national series of their own country, each with a place on its platform and a figure that can be", async () => {
    const places = new Set((await rowsOf("national-series")).map((row) => row["id"]));
    const indicators = new Map((await rowsOf("indicators")).map((row) => [row["id"], row]));
    const national = [...indicators.values()].filter((row) => row["country"] !== "");
    expect(national.length).toBeGreaterThan(300);
    expect(new Set(national.map((row) => row["id"]))).toEqual(places);
    for (const country of ["KAZ", "KGZ", "TJK"]) {
      for (const row of await rowsOf(`national-${country.toLowerCase()}`)) {
        const unit = indicators.get(row["indicator"])?.["unit"] ?? "";
        const value = Number(row["value"]);
        const isPossible = !unit.startsWith("%") || (value <= 100 && (value >= 0 || unit === "% per year"));
        if (row["country"] !== country || !row["indicator"]?.startsWith(`${country}:`) || !isPossible)
          expect.fail(`${row["indicator"]} of ${row["country"]} in ${row["year"]}: ${value} ${unit}`);
      }
    }
  });

  it("keep what the UN says of a figure beside the number", async () => {
    const unsd = await rowsOf("unsd");
    const find = (indicator: string, qualifier: string) =>
      unsd.find((row) => row["indicator"] === indicator && row["qualifier"] === qualifier);
    expect(find("UNSD:SN_ITK_DEFC", "LESS_THAN")?.["value"]).toBe("2.5");
    expect(find("UNSD:EG_EGY_CLEAN", "GREATER_THAN")?.["value"]).toBe("95");
    expect(find("UNSD:EN_SCP_FSHGDP", "NOT_APPLICABLE")?.["value"]).toBe("");
    expect(new Set(unsd.filter((row) => row["indicator"] === "UNSD:SG_GEN_PARL").map((row) => row["note"]))).toEqual(
      new Set(["female"]),
    );
    expect(unsd.some((row) => row["indicator"] === "UNSD:VC_IHR_PSRC")).toBe(false);
  });

  it("name the six in nine languages, without stray blanks", async () => {
    const names = await rowsOf("country-names");
    for (const code of region) expect(names.filter((row) => row["code"] === code)).toHaveLength(9);
    expect(names.filter((row) => row["name"] !== row["name"]?.trim() || row["name"] === "")).toEqual([]);
    const russian = names.filter((row) => row["language"] === "RU").map((row) => row["name"]);
    expect(russian).toContain("Кыргызстан");
    expect(russian).toContain("Туркменистан");
  });

  it("list every goal, target and indicator of the UN with a title, and only series that are held", async () => {
    const indicators = await rowsOf("sdg-indicators");
    expect([(await rowsOf("sdg-goals")).length, (await rowsOf("sdg-targets")).length, indicators.length]).toEqual([
      17, 169, 248,
    ]);
    expect(indicators.filter((row) => row["title"] === "" || row["titleRu"] === "")).toEqual([]);
    const held = new Set((await rowsOf("indicators")).map((row) => row["id"]));
    const series = indicators.flatMap((row) => (row["series"] ?? "").split(";").filter(Boolean));
    expect(series.filter((id) => !held.has(id))).toEqual([]);
    expect(series.length).toBeGreaterThan(300);
  });
});
