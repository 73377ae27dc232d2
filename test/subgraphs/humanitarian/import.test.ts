import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { importFoodSecurity } from "../../../subgraphs/humanitarian/import/food-security.ts";
import { importTables } from "../../../subgraphs/humanitarian/import/index.ts";
import { OrganizationRegister } from "../../../subgraphs/humanitarian/import/organizations.ts";
import { refuseTestRecords } from "../../../subgraphs/humanitarian/records/unknown-row.ts";
import { sourceById } from "../../../subgraphs/kit/register/sources.ts";
import { committedTables } from "../../support/committed-tables.ts";
import { publisherFiles } from "../../support/shared-data.ts";

const { rowsOf, textOf, infos, bytes, expectFrom } = committedTables("humanitarian");
const published = publisherFiles("humanitarian") ?? "";

describe.skipIf(!published)("importing the publishers' files", () => {
  it("gives the committed tables and manifest to the byte", () => expectFrom(importTables, published));

  it("stops at an analysis of food security that the publisher made up", async () => {
    const copy = await mkdtemp(join(tmpdir(), "humanitarian-"));
    onTestFinished(() => rm(copy, { recursive: true }));
    for (const part of ["admin", "foodsecurity", "recorded/ipc"])
      await cp(join(published, part), join(copy, part), { recursive: true });
    await expect(importFoodSecurity(copy)).resolves.toMatchObject({ name: "food-security" });
    const file = join(copy, "recorded/ipc/population-country-AF.json.gz");
    const [analysis, ...others] = JSON.parse(gunzipSync(await readFile(file)).toString("utf8"));
    const madeUp = { ...analysis, id: 99999999, title: "Made Up: Acute Food Insecurity" };
    await writeFile(file, gzipSync(JSON.stringify([analysis, madeUp, ...others])));
    await expect(importFoodSecurity(copy)).rejects.toThrow("test record");
  });
});

describe("the tables of the humanitarian subgraph", () => {
  it("name registered sources only, and stay under 3.5 MB", async () => {
    for (const { sources } of Object.values(await infos()))
      for (const id of sources) expect(sourceById(id).id).toBe(id);
    expect(await bytes()).toBeLessThan(3_500_000);
  });

  it("hold each flow once in a dump, with the number of rows that repeat it", async () => {
    const seen = new Set<string>();
    for (const row of await rowsOf("flows")) {
      const key = `${row["dump"]} ${row["id"]}`;
      if (seen.has(key)) expect.fail(`${key} is twice in the table`);
      seen.add(key);
    }
    const counts = new Map((await rowsOf("flow-dumps")).map((row) => [row["dump"], Number(row["flows"])]));
    expect(counts.get("2020@2021-03-12")).toBe(484);
    expect([...counts.values()].reduce((total, count) => total + count, 0)).toBe(seen.size);
    const repeated = (await rowsOf("flows")).find((row) => row["id"] === "385472");
    expect(Number(repeated?.["publisherRows"])).toBeGreaterThanOrEqual(27);
  });

  it("carry no free text, reference or address of others", async () => {
    const [flow] = await rowsOf("flows");
    const columns = Object.keys(flow ?? {});
    expect(columns.length).toBeGreaterThan(30);
    for (const column of ["description", "refCode", "keywords", "reportOrganization"])
      expect(columns).not.toContain(column);
    for (const table of Object.keys(await infos())) {
      expect(await textOf(table)).not.toMatch(/[\w.]+@[a-z][\w-]*\.[a-z]{2,}/i);
    }
  });

  it("refer to organisations, clusters, appeals and dumps that there are", async () => {
    const keysOf = async (table: string, column: string) => new Set((await rowsOf(table)).map((row) => row[column]));
    const [organizations, clusters, appeals, dumps] = await Promise.all([
      keysOf("organizations", "id"),
      keysOf("clusters", "code"),
      keysOf("appeals", "code"),
      keysOf("flow-dumps", "dump"),
    ]);
    for (const row of await rowsOf("flows")) {
      expect(dumps).toContain(row["dump"]);
      for (const end of ["source", "destination"]) {
        const cells = (column: string) => (row[`${end}${column}`] ?? "").split(";").filter(Boolean);
        if (!cells("Organizations").every((id) => organizations.has(id))) expect.fail(`organisations of ${row["id"]}`);
        if (!cells("Clusters").every((code) => clusters.has(code))) expect.fail(`clusters of ${row["id"]}`);
        if (!cells("Appeal").every((code) => appeals.has(code))) expect.fail(`appeal of ${row["id"]}`);
      }
    }
  });

  it("place needs, food and prices in areas, clusters and series that there are", async () => {
    const keysOf = async (table: string, column: string) => new Set((await rowsOf(table)).map((row) => row[column]));
    const [areas, clusters, series] = await Promise.all([
      keysOf("admin-areas", "pcode"),
      keysOf("clusters", "code"),
      keysOf("food-price-series", "series"),
    ]);
    const known = (all: Set<string | undefined>, cell: string | undefined) => cell === "" || all.has(cell);
    for (const row of await rowsOf("needs")) {
      expect(known(areas, row["area"]) || row["area"] === "AFG", row["area"]).toBe(true);
      for (const column of ["cluster", "partOf"]) expect(known(clusters, row[column]), row[column]).toBe(true);
    }
    for (const row of await rowsOf("food-security")) expect(known(areas, row["province"]), row["area"]).toBe(true);
    for (const table of ["food-price-series", "exchange-rates"]) {
      for (const { province, district } of await rowsOf(table)) {
        expect(areas).toContain(province);
        expect(areas).toContain(district);
        expect(district?.slice(0, 4)).toBe(province);
      }
    }
    const stray = (await rowsOf("food-prices")).filter((row) => !series.has(row["series"]));
    expect(stray).toEqual([]);
  });

  it("hold no record that a publisher left in as a test", async () => {
    for (const table of Object.keys(await infos())) {
      expect(await textOf(table)).not.toMatch(/made[ -]?up/i);
    }
  });

  it("hold amounts that changed without a new version", async () => {
    const rows = await rowsOf("flows");
    const of = (dump: string) => new Map(rows.filter((row) => row["dump"] === dump).map((row) => [row["id"], row]));
    const before = of("2020@2020-10-12");
    const changed = [...of("2020@2021-03-12").values()].flatMap((row) => {
      const was = before.get(row["id"]);
      return was && was["amountUsd"] !== row["amountUsd"] ? [{ was, row }] : [];
    });
    expect(changed).toHaveLength(27);
    expect(changed.filter(({ was, row }) => was["version"] === row["version"])).toHaveLength(13);
  });

  it("keep amounts below zero and at zero", async () => {
    const amounts = (await rowsOf("flows")).map((row) => Number(row["amountUsd"]));
    expect(amounts).toContain(-7195148);
    expect(amounts).toContain(0);
  });
});

describe("the importer's guards", () => {
  it("refuse the test records that publishers leave in their files", () => {
    expect(() => refuseTestRecords(["Ministry of Health", "Made Up"])).toThrow("test record");
    expect(() => refuseTestRecords(["Médecins Sans Frontières"])).not.toThrow();
    const madeUp = { ftsId: "1", name: "Made Up Organisation", type: null, subtype: null };
    expect(() => new OrganizationRegister().add(madeUp)).toThrow("test record");
  });

  it("give an organisation without a number the number that another file states for its name", () => {
    const register = new OrganizationRegister();
    const numbered = { ftsId: "7", name: "Water Fund", type: "NGO", subtype: "Local" };
    const named = { ftsId: null, name: "Water Fund", type: "NGOs", subtype: null };
    const unknown = { ftsId: null, name: "Fonds für Wasser", type: null, subtype: null };
    for (const organization of [numbered, named, unknown]) register.add(organization);
    expect([register.idOf(named), register.idOf(unknown)]).toEqual(["FTS:7", "FTS:fonds-fu-r-wasser"]);
    expect(register.table().rows).toContainEqual(
      expect.objectContaining({ id: "FTS:7", type: "NGOs", subtype: "Local NGOs/CSOs" }),
    );
  });
});
