import { byText, type PublisherRow, readCsv } from "../../kit/snapshot/publisher-file.ts";
import type { NewTable } from "../../kit/snapshot/write.ts";
import { cell, collectedAt } from "./publisher-files.ts";

const info: NewTable["info"] = {
  sources: ["HARMONIZED_SYSTEM", "TNVED"],
  licence: "PDDL-1.0 (English names); official classifier, no licence stated (Russian names)",
  vintage: "2022",
  retrievedAt: collectedAt,
  rule: [
    "One row per chapter (2 digits) and heading (4 digits) of the Harmonized System 2022, and one for all goods together.",
    "English: the short descriptions that UN Comtrade uses. Russian: the commodity nomenclature of the Eurasian Economic Union, which follows",
    "the Harmonized System to six digits; edition of 2022 in capitals as printed, and of 2018 for the headings that the copy of 2022 lacks.",
    "Blanks at the ends are cut. Codes 99 and 9999 (not specified) are no part of that nomenclature and have no Russian name.",
    "The files bear no date: retrievedAt is that of the collection they came in.",
  ].join(" "),
  columns: {
    id: "TOTAL, or HS2022: and the code",
    system: "HS2022; empty for TOTAL",
    code: "Code within the system, leading zeros kept",
    level: "Number of digits: 0, 2 or 4",
    parent: "id of the level above; empty for TOTAL",
    nameEn: "Short description in English",
    nameRu: "Name in Russian",
  },
};

const total = {
  id: "TOTAL",
  system: "",
  code: "TOTAL",
  level: 0,
  parent: "",
  nameEn: "All goods",
  nameRu: "Все товары",
};

export async function commoditiesTable(folder: string): Promise<NewTable> {
  const english = await readCsv(folder, "reference/hs2022_sections_chapters_headings_en.csv");
  const russian = await readCsv(folder, "reference/tnved_eaeu_sections_chapters_headings_ru.csv");
  // Sections have codes of two digits too and would pass for chapters.
  const goods = russian.filter((row) => cell(row, "level") !== "section");
  const russianNames = new Map(goods.map((row) => [cell(row, "code"), cell(row, "name_ru").trim()]));
  const rows = english.map((row) => toRow(row, russianNames)).toSorted((a, b) => byText(a.code, b.code));
  return { name: "commodities", info, rows: [total, ...rows] };
}

function toRow(row: PublisherRow, russianNames: ReadonlyMap<string, string>) {
  const code = cell(row, "hscode");
  const parent = cell(row, "parent");
  return {
    id: `HS2022:${code}`,
    system: "HS2022",
    code,
    level: Number(cell(row, "level")),
    parent: parent === "TOTAL" ? "TOTAL" : `HS2022:${parent}`,
    nameEn: cell(row, "description").trim(),
    nameRu: russianNames.get(code),
  };
}
