import { cell, readCsv } from "../../kit/snapshot/publisher-file.ts";
import type { NewTable } from "../../kit/snapshot/write.ts";
import { codeOfName } from "./country-names.ts";
import { seriesTable } from "./country-series.ts";
import { type Factbook, factbookInfo } from "./factbook.ts";
import { figure, toFigure } from "./publisher-files.ts";

/** Fine particles in the air by the World Bank; the United Nations' figures are with their other series. */
export async function worldBankAir(folder: string): Promise<NewTable> {
  const file = await readCsv(folder, "owid/owid_worldbank_pm25_exposure.csv");
  const rows = file.map((row) => ({
    indicator: "EN.ATM.PM25.MC.M3",
    country: codeOfName(cell(row, "Entity")),
    year: Number(cell(row, "Year")),
    value: figure(row, "pm25_exposure"),
    nature: "MODELLED",
  }));
  const info = {
    sources: ["WORLD_BANK"],
    licence: "CC-BY-4.0",
    vintage: "2022-05",
    retrievedAt: "2026-11-23T00:00:00Z",
    rule: "Annual mean exposure to particles below 2.5 micrometres, weighted by population, in micrograms per cubic metre. As it is.",
  };
  return seriesTable("world-bank-air", info, rows);
}

/** Fine particles in the air by the World Factbook, which gives one year. */
export function factbookAir(factbook: Factbook): NewTable {
  const rows = Object.entries(factbook).map(([country, { Environment }]) => {
    const { text } = Environment["Particulate matter emissions"];
    const [, number = "", year] = /^([\d.]+) micrograms per cubic meter \((\d{4}) est\.\)$/.exec(text) ?? [];
    return { indicator: "CIA:PM25", country, year: Number(year), value: toFigure(number), nature: "ESTIMATED" };
  });
  const rule = "The number and the year under particulate matter emissions, in micrograms per cubic metre.";
  return seriesTable("factbook-air", { ...factbookInfo, rule }, rows);
}
