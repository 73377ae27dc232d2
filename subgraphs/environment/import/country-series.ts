import { cell, readCsv } from "../../kit/snapshot/publisher-file.ts";
import type { NewTable } from "../../kit/snapshot/write.ts";
import { codeOfName } from "./country-names.ts";
import { byColumns, figure } from "./publisher-files.ts";

const columns = {
  indicator: "Id of the indicator",
  country: "ISO 3166-1 alpha-3 code",
  year: "Calendar year",
  value: "Value in the unit of the indicator",
  nature: "How the figure came about",
};

interface SeriesRow {
  readonly indicator: string;
  readonly country: string;
  readonly year: number;
  readonly value: number | undefined;
  readonly nature: string;
}

/** A table of one figure per indicator, country and year. */
export function seriesTable(
  name: string,
  info: Omit<NewTable["info"], "columns">,
  rows: readonly SeriesRow[],
): NewTable {
  const sorted = rows.map((row) => ({ ...row })).toSorted(byColumns("indicator", "country", "year"));
  return { name, info: { ...info, columns }, rows: sorted };
}

/** The variables of AQUASTAT that the graph answers. The copy has no symbols, so that the nature is the variable's. */
const aquastatNatures: Readonly<Record<string, string>> = {
  "4157": "ESTIMATED",
  "4188": "ESTIMATED",
  "4192": "ESTIMATED",
  "4197": "REPORTED",
  "4263": "REPORTED",
  "4549": "MODELLED",
  "4550": "ESTIMATED",
  "4551": "ESTIMATED",
};

export async function aquastat(folder: string): Promise<NewTable> {
  const file = await readCsv(folder, "aquastat_country_indicators_central_asia.csv");
  const rows = file.flatMap((row) => {
    const code = cell(row, "aquastat_variable_id");
    const nature = aquastatNatures[code];
    if (!nature) return [];
    const [country, year] = [cell(row, "iso3"), Number(cell(row, "year"))];
    return [{ indicator: `AQUASTAT:${code}`, country, year, value: figure(row, "value"), nature }];
  });
  const info = {
    sources: ["AQUASTAT"],
    licence: "CC-BY-4.0",
    vintage: "2024-08",
    retrievedAt: "2024-08-26T00:00:00Z",
    rule: "Every value of the variables on renewable water, withdrawal, environmental flow, stress, efficiency and dam capacity, as it is. The file does not carry FAO's symbols for official, estimated and imputed values, so that the nature is that of the variable: withdrawal and dam capacity are reported by countries, the others computed by FAO.",
  };
  return seriesTable("aquastat", info, rows);
}

/** Series to the dimensions of the figure taken, beside its nature. */
const unsdSeries: Readonly<Record<string, string>> = {
  AG_LND_FRST: "",
  AG_LND_DGRD: "",
  EN_ATM_PM25: "location=allarea;",
};
const unsdNatures: Readonly<Record<string, string>> = { c: "REPORTED", e: "ESTIMATED" };

export async function unsdSeriesTable(folder: string): Promise<NewTable> {
  const file = await readCsv(folder, "unsd_sdg_environment_series_2020vintage.csv");
  const rows = file.flatMap((row) => {
    const series = cell(row, "series");
    const headline = unsdSeries[series];
    const [dimensions, letter = ""] = cell(row, "dimensions").split("nature=");
    if (headline === undefined || dimensions !== headline) return [];
    const nature = unsdNatures[letter];
    if (!nature) throw new Error(`Unknown nature of ${series}: ${letter}`);
    const [country, year] = [cell(row, "iso3"), Number(cell(row, "year"))];
    return [{ indicator: `UNSD:${series}`, country, year, value: figure(row, "value"), nature }];
  });
  const info = {
    sources: ["UN_SDG"],
    licence: "UNSD: free reuse with citation",
    vintage: "2020-10",
    retrievedAt: "2020-10-19T00:00:00Z",
    rule: "Every value of the series on forest area and degraded land, and of fine particles for all areas (not urban). Nature C (country) is REPORTED, E is ESTIMATED.",
  };
  return seriesTable("unsd", info, rows);
}

const jmpColumns = { "JMP:WAT_SM": "wat_sm", "JMP:WAT_BAS": "wat_bas" };

export async function drinkingWater(folder: string): Promise<NewTable> {
  const file = await readCsv(folder, "owid/owid_who_unicef_jmp_wash_2021.csv");
  const rows = file.flatMap((row) =>
    Object.entries(jmpColumns).flatMap(([indicator, column]) => {
      const value = figure(row, column);
      if (value === undefined) return [];
      const [country, year] = [codeOfName(cell(row, "Entity")), Number(cell(row, "Year"))];
      return [{ indicator, country, year, value, nature: "ESTIMATED" }];
    }),
  );
  const info = {
    sources: ["JMP"],
    licence: "free use with attribution to WHO and UNICEF",
    vintage: "2021",
    retrievedAt: "2026-11-23T00:00:00Z",
    rule: "The national percentages of safely managed and of at least basic drinking water, as they are; a blank is left out. JMP estimates every year by a line through surveys.",
  };
  return seriesTable("jmp-drinking-water", info, rows);
}
