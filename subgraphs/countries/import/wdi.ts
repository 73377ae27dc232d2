import { byText, cell, readCsv } from "../../kit/snapshot/publisher-file.ts";
import type { NewTable } from "../../kit/snapshot/write.ts";
import { countryCodes } from "./country-codes.ts";

export interface Observation {
  readonly indicator: string;
  readonly country: string;
  readonly year: number;
  readonly value: number;
}

export interface WdiTable extends NewTable {
  readonly rows: readonly (Observation & Record<string, string | number>)[];
}

const columns = {
  indicator: "World Bank code of the indicator",
  country: "ISO 3166-1 alpha-3 code",
  year: "Calendar year",
  value: "Value in the unit of the indicator, see the table of indicators",
};

const rule = [
  "Every observation of the publisher's file whose area is a country; aggregates of countries are left out.",
  "A year without an observation has no row. Values are printed as the publisher prints them, with the shortest text of the same number.",
];

interface Extract {
  readonly name: string;
  readonly vintage: string;
  readonly retrievedAt: string;
  readonly about: string;
  readonly files: readonly string[];
}

/** Three extracts of one data base, taken at different times: each is a table, so that its vintage stays true. */
const extracts: readonly Extract[] = [
  {
    name: "wdi",
    vintage: "2026-07",
    retrievedAt: "2026-07-01T00:00:00Z",
    about: "World Development Indicators as repackaged by datasets/world-development-indicators.",
    files: ["wdi/wdi_6_all.csv", "wdi/wdi_neighbours_sel.csv"],
  },
  {
    name: "wdi-gapminder",
    vintage: "2026-03",
    retrievedAt: "2026-03-01T00:00:00Z",
    about:
      "Codes the other extract lacks, as Gapminder's Systema Globalis carries them over from the World Development Indicators.",
    files: ["wdi/wdi_gapminder_extra.csv"],
  },
  {
    name: "wdi-open-numbers",
    vintage: "2024-12 or later",
    retrievedAt: "2024-12-20T00:00:00Z",
    about:
      "Three codes from Open Numbers' copy of the World Development Indicators; the copy does not say when it was taken, the date given is the earliest it can have been.",
    files: ["wdi/SH.H2O.SMDW.ZS.csv", "wdi/SH.STA.SMSS.ZS.csv", "wdi/EN.GHG.CO2.PC.CE.AR5.csv"],
  },
];

export async function wdiTables(folder: string): Promise<readonly WdiTable[]> {
  const tables = await Promise.all(extracts.map((extract) => wdiTable(folder, extract)));
  refuseSharedCodes(tables);
  return tables;
}

async function wdiTable(folder: string, { name, vintage, retrievedAt, about, files }: Extract): Promise<WdiTable> {
  const countries = new Set(countryCodes.map(({ code }) => code));
  const read = await Promise.all(files.map((file) => readCsv(folder, file)));
  const rows = read
    .flat()
    .map((row) => ({
      indicator: cell(row, "indicator"),
      country: cell(row, "iso3"),
      year: toFinite(cell(row, "year")),
      value: toFinite(cell(row, "value")),
    }))
    .filter(({ country }) => countries.has(country))
    .toSorted((a, b) => byText(a.indicator, b.indicator) || byText(a.country, b.country) || a.year - b.year);
  const info = {
    sources: ["WORLD_BANK"],
    licence: "CC-BY-4.0",
    vintage,
    retrievedAt,
    rule: [about, ...rule].join(" "),
    columns,
  };
  return { name, info, rows };
}

/** A code in two tables would be one series of two vintages. */
function refuseSharedCodes(tables: readonly WdiTable[]): void {
  const owner = new Map<string, string>();
  for (const { name, rows } of tables) {
    for (const { indicator } of rows) {
      const other = owner.get(indicator) ?? name;
      if (other !== name) throw new Error(`${indicator} is both in ${other} and in ${name}`);
      owner.set(indicator, name);
    }
  }
}

/** An empty cell is not zero: the extracts leave out what is missing, so one here is a broken file. */
function toFinite(text: string): number {
  const value = text === "" ? Number.NaN : Number(text);
  if (!Number.isFinite(value))
    throw new Error(`Not a number in an extract of the World Development Indicators: ${JSON.stringify(text)}`);
  return value;
}
