import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Nature } from "../../../kit/graphql/enums.ts";
import { cell, type PublisherRow, readCsv } from "../../../kit/snapshot/publisher-file.ts";
import type { Platform, PlatformFigure } from "./figure.ts";

const natures: Readonly<Record<string, Nature>> = { C: "REPORTED", CA: "REPORTED", E: "ESTIMATED", G: "ESTIMATED" };

export async function readPlatforms(folder: string, pageOf: (series: string) => string | undefined) {
  return Promise.all([readKazakhstan(folder), readKyrgyzstan(folder), readTajikistan(folder, pageOf)]);
}

/** A file for each page; every column that is not the figure's own is a breakdown. */
async function readKazakhstan(folder: string): Promise<Platform> {
  const files = (await readdir(join(folder, "national/kaz"))).filter((name) => name.endsWith(".csv")).toSorted();
  const own = new Set(["Year", "Value", "UNIT_MEASURE", "Units", "SERIES", "REF_AREA", "GeoCode"]);
  const pages = await Promise.all(
    files.map(async (file) => {
      const rows = await readCsv(folder, `national/kaz/${file}`);
      return rows.flatMap((row): PlatformFigure[] => {
        const value = cell(row, "Value");
        if (value === "") return [];
        const breakdowns = Object.keys(row).flatMap((name): [string, string][] =>
          own.has(name) || cell(row, name) === "" ? [] : [[name, cell(row, name)]],
        );
        return [
          {
            page: file.replace(".csv", "").replaceAll("-", "."),
            series: row["SERIES"]?.trim() ?? "",
            unit: row["UNIT_MEASURE"]?.trim() || (row["Units"]?.trim() ?? ""),
            year: Number(cell(row, "Year")),
            value: Number(value),
            nature: "REPORTED",
            ofCountry: (row["REF_AREA"]?.trim() ?? "") === "",
            breakdowns: new Map(breakdowns),
          },
        ];
      });
    }),
  );
  return {
    country: "KAZ",
    source: "OPEN_SDG_KAZ",
    vintage: "2024-10",
    retrievedAt: "2024-10-24T00:00:00Z",
    figures: pages.flat(),
  };
}

async function readKyrgyzstan(folder: string): Promise<Platform> {
  const rows = await readCsv(folder, "national/kgz/sdg_kgz.csv");
  return {
    country: "KGZ",
    source: "OPEN_SDG_KGZ",
    vintage: "2025-08",
    retrievedAt: "2025-08-15T00:00:00Z",
    figures: rows.map((row) => toFigure(row, cell(row, "file_indicator"), ["KG", "417"])),
  };
}

/** The extract does not say on which page a series stands: it is the one of the first SDG indicator that the UN has it under. */
async function readTajikistan(folder: string, pageOf: (series: string) => string | undefined): Promise<Platform> {
  const rows = await readCsv(folder, "national/tjk/sdg_tjk.csv");
  return {
    country: "TJK",
    source: "OPEN_SDG_TJK",
    vintage: "2021-09",
    retrievedAt: "2021-09-12T00:00:00Z",
    figures: rows.flatMap((row) => {
      const page = pageOf(cell(row, "series"));
      return page === undefined ? [] : [toFigure(row, page, ["tj"])];
    }),
  };
}

/** A row of an extract of SDMX. @param areas the codes of the whole country */
function toFigure(row: PublisherRow, page: string, areas: readonly string[]): PlatformFigure {
  const nature = natures[cell(row, "nature")];
  if (!nature) throw new Error(`Unknown nature in a row of a platform: ${JSON.stringify(row)}`);
  const pairs = cell(row, "dimensions").split(";").filter(Boolean);
  return {
    page,
    series: cell(row, "series"),
    unit: cell(row, "unit"),
    year: Number(cell(row, "year")),
    value: Number(cell(row, "value")),
    nature,
    ofCountry: areas.includes(cell(row, "ref_area")),
    breakdowns: new Map(pairs.map((pair) => pair.split("=") as [string, string])),
  };
}
