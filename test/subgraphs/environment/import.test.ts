import { describe, expect, it } from "vitest";
import { importTables } from "../../../subgraphs/environment/import/index.ts";
import { isCountry, region } from "../../../subgraphs/kit/countries.ts";
import { registeredIndicators } from "../../../subgraphs/kit/register/indicators.ts";
import { sourceById } from "../../../subgraphs/kit/register/sources.ts";
import type { Row } from "../../../subgraphs/kit/snapshot/cells.ts";
import { committedTables } from "../../support/committed-tables.ts";
import { publisherFiles } from "../../support/shared-data.ts";

const { rowsOf, infos, bytes, expectFrom } = committedTables("environment");
const published = publisherFiles("environment") ?? "";

const numberIn = (row: Row, column: string) => Number(row[column]);

describe.skipIf(!published)("importing the publishers' files", () => {
  it("gives the committed tables and manifest to the byte", () => expectFrom(importTables, published));
});

describe("the tables of the environment subgraph", () => {
  it("name registered sources only, in the manifest and in the rows, and stay under 1 MB", async () => {
    for (const [table, { sources }] of Object.entries(await infos())) {
      for (const id of sources) expect(sourceById(id).id).toBe(id);
      for (const row of await rowsOf(table)) if (row["source"]) expect(sources).toContain(row["source"]);
    }
    expect(await bytes()).toBeLessThan(1_000_000);
  });

  it("hold nothing of the Aral Sea after 2018, where another series begins", async () => {
    const years = (await rowsOf("lake-areas")).map((row) => numberIn(row, "year"));
    expect(Math.max(...years)).toBe(2018);
    expect(years).toHaveLength(2 * 33);
  });

  it("list 96 dams whose capacities add up to AQUASTAT's totals of 2018 where the list is complete", async () => {
    const dams = await rowsOf("dams");
    expect(dams).toHaveLength(96);
    expect(new Set(dams.map((row) => row["id"])).size).toBe(96);
    const totals = new Map(
      (await rowsOf("aquastat"))
        .filter((row) => row["indicator"] === "AQUASTAT:4197" && row["year"] === "2018")
        .map((row) => [row["country"], numberIn(row, "value")]),
    );
    for (const country of ["KAZ", "TKM", "AFG"]) {
      const capacities = dams.filter((row) => row["country"] === country).map((row) => numberIn(row, "capacityKm3"));
      expect(capacities.reduce((sum, capacity) => sum + capacity, 0)).toBeCloseTo(totals.get(country) ?? 0, 3);
    }
  });

  it("split the natural flow and the land of the two great basins without a remainder", async () => {
    const figures = await rowsOf("figures-published");
    const sumOf = (id: string, measure: string) =>
      figures
        .filter((row) => row["id"] === id && row["measure"] === measure && row["country"])
        .reduce((sum, row) => sum + numberIn(row, "value"), 0);
    const wholeOf = (body: string, id: string, measure: string, source: string) =>
      figures.find(
        (row) => row["body"] === body && row["id"] === id && row["measure"] === measure && row["source"] === source,
      )?.["value"];
    for (const id of ["amu-darya", "syr-darya"]) {
      expect(sumOf(id, "originFlowKm3")).toBeCloseTo(
        Number(wholeOf("river", id, "meanFlowKm3", "UNESCO_PCCP_2003")),
        6,
      );
      expect(sumOf(id, "areaKm2")).toBe(Number(wholeOf("basin", id, "basinAreaKm2", "AQUASTAT_SURVEY_2012")));
      expect(sumOf(id, "allocationPercent")).toBeCloseTo(100, 6);
    }
  });

  it("hold rivers, lakes and basins that every other table agrees on", async () => {
    const idsOf = async (table: string) => new Set((await rowsOf(table)).map((row) => row["id"]));
    const ids: Readonly<Record<string, Set<string | undefined>>> = {
      basin: await idsOf("basins"),
      river: await idsOf("rivers"),
      lake: await idsOf("lakes"),
    };
    const tables = ["names", "riparians", "figures-published", "figures-factbook", "figures-kazakhstan"];
    for (const table of tables) {
      for (const row of await rowsOf(table)) expect(ids[row["body"] ?? ""], table).toContain(row["id"]);
    }
    for (const row of [...(await rowsOf("dams")), ...(await rowsOf("rivers"))]) {
      if (row["basin"]) expect(ids["basin"]).toContain(row["basin"]);
      if (row["river"]) expect(ids["river"]).toContain(row["river"]);
    }
    for (const row of await rowsOf("gauges")) expect(ids["river"]).toContain(row["river"]);
    for (const row of await rowsOf("riparians")) expect(isCountry(row["country"] ?? "")).toBe(true);
    const named = new Set((await rowsOf("names")).map((row) => `${row["body"]} ${row["id"]} ${row["language"]}`));
    for (const [body, all] of Object.entries(ids)) {
      for (const id of all) for (const language of ["EN", "RU"]) expect(named).toContain(`${body} ${id} ${language}`);
    }
  });

  it("place every dam and glacier inside the region", async () => {
    for (const row of [...(await rowsOf("dams")), ...(await rowsOf("glaciers"))]) {
      expect(region).toContain(row["country"]);
      if (!row["latitude"]) continue;
      expect(numberIn(row, "latitude")).toBeGreaterThan(29);
      expect(numberIn(row, "latitude")).toBeLessThan(56);
      expect(numberIn(row, "longitude")).toBeGreaterThan(46);
      expect(numberIn(row, "longitude")).toBeLessThan(88);
    }
  });

  it("give dates that rise, and a unit to every indicator", async () => {
    for (const [table, key, date] of [
      ["lake-levels", "lake", "date"],
      ["discharge", "gauge", "from"],
    ] as const) {
      const rows = await rowsOf(table);
      for (const [index, row] of rows.entries()) {
        const before = rows[index - 1];
        if (before && before[key] === row[key]) expect((before[date] ?? "") < (row[date] ?? "")).toBe(true);
      }
    }
    const registered = new Set(registeredIndicators.map(({ id }) => id));
    for (const table of ["aquastat", "jmp-drinking-water"]) {
      for (const row of await rowsOf(table)) expect(registered).toContain(row["indicator"]);
    }
  });
});
