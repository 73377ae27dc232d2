import { cell, readCsv } from "../../kit/snapshot/publisher-file.ts";
import type { NewTable } from "../../kit/snapshot/write.ts";
import { byColumns, figure } from "./publisher-files.ts";

/** Rows after this year come from another, incompatible collection: the Small Aral falls there from 3.03 to 0.52. */
const lastAralYear = 2018;

const aralColumns = { "aral-sea": "Total", "north-aral": "Small" };

/** The area of the Aral Sea from year to year. */
export async function lakeAreas(folder: string): Promise<NewTable> {
  const file = await readCsv(folder, "lakes/aral_sea_area_1986_2023.csv");
  const rows = file.flatMap((row) => {
    const year = Number(cell(row, "Year"));
    if (year > lastAralYear) return [];
    return Object.entries(aralColumns).map(([lake, column]) => {
      // The thousands have two decimals, so that rounding only takes away what binary fractions add.
      return { lake, year, areaKm2: Math.round((figure(row, column) ?? Number.NaN) * 1000) };
    });
  });
  return {
    name: "lake-areas",
    info: {
      sources: ["UNESCO_ARAL_2019"],
      licence: "PDDL-1.0",
      vintage: "2019",
      retrievedAt: "2026-11-23T00:00:00Z",
      rule: "Thousands of square kilometres times 1000: Total is the Aral Sea, Small the North Aral. Years after 2018 are of another series that does not join and are left out.",
      columns: {
        lake: "Id of the lake",
        year: "Calendar year",
        areaKm2: "Area of the water surface in square kilometres",
      },
    },
    rows: rows.toSorted(byColumns("lake", "year")),
  };
}

/** The level of the Caspian Sea, pass by pass of the altimeters. */
export async function lakeLevels(folder: string): Promise<NewTable> {
  const file = await readCsv(folder, "lakes/caspian_sea_level_dahiti_1992_2023.csv");
  return {
    name: "lake-levels",
    info: {
      sources: ["DAHITI"],
      licence: "CC-BY-3.0",
      vintage: "2023-07",
      retrievedAt: "2026-11-23T00:00:00Z",
      rule: "Every row of the file as it is. The file states no datum; DAHITI publishes normal heights, hence DAHITI_NORMAL.",
      columns: {
        lake: "Id of the lake",
        datum: "Vertical datum of the level",
        date: "Date of the pass",
        levelM: "Level of the water above the datum in metres",
        errorM: "Standard error of the level in metres",
      },
    },
    rows: file
      .map((row) => ({
        lake: "caspian-sea",
        datum: "DAHITI_NORMAL",
        date: cell(row, "date"),
        levelM: figure(row, "water level"),
        errorM: figure(row, "error"),
      }))
      .toSorted(byColumns("lake", "date")),
  };
}
