import { createRequire } from "node:module";
import { byText, type PublisherRow, readCsv } from "../../kit/snapshot/publisher-file.ts";
import type { NewTable } from "../../kit/snapshot/write.ts";
import { type Area, imfAreas } from "./imf-areas.ts";
import { cell, collectedAt } from "./publisher-files.ts";

// The package's main entry loads some seventy languages; its index loads the codes alone.
const require = createRequire(import.meta.url);
const iso: typeof import("i18n-iso-countries") = require("i18n-iso-countries/index.js");
for (const language of ["en", "ru", "uz"]) iso.registerLocale(require(`i18n-iso-countries/langs/${language}.json`));

const info: NewTable["info"] = {
  sources: ["IMF", "M49", "UZSTAT", "ISO_COUNTRIES"],
  licence: "IMF Terms of Use (free re-use with attribution); UN M49; CC-BY-4.0; MIT",
  vintage: "2020",
  retrievedAt: collectedAt,
  rule: [
    "One row per country of ISO 3166-1 and per further area of the IMF's Direction of Trade files. Countries have their alpha-3 code (Kosovo XKK),",
    "those of the past their former code; groups are EU27 (the members since 2020), EA19 (the euro area of 2015 to 2022) and IMF:<name>.",
    "English name: the short name of UN M49, with the new names of Türkiye, North Macedonia and Eswatini; where M49 has none the IMF's label, else i18n-iso-countries 7.14.0.",
    "Russian and Uzbek names: the partner lists of Uzbekistan's statistics agency, by M49 code;",
    "of the countries it has no such name of (Uzbekistan itself among them) those of i18n-iso-countries 7.14.0.",
    "Where that list has the Russian and the English name of a country exchanged, the one in Cyrillic is the Russian one.",
    "The files bear no date: retrievedAt is that of the collection they came in.",
  ].join(" "),
  columns: {
    code: "Code of the area in all trade tables",
    kind: "COUNTRY, GROUP (a sum of countries), UNSPECIFIED (partner not disclosed) or WORLD",
    country: "ISO 3166-1 alpha-3 code; empty for what is no present country",
    nameEn: "Name in English",
    nameRu: "Name in Russian",
    nameUz: "Name in Uzbek",
    imfLabel: "How the IMF's files call it; empty for a country that they have no trade of",
  },
};

/** M49 names of the stored edition that countries have changed since. */
const renamed: Readonly<Record<string, string>> = { MKD: "North Macedonia", SWZ: "Eswatini", TUR: "Türkiye" };

interface Names {
  readonly ru: string | undefined;
  readonly uz: string;
}

export async function partnersTable(folder: string): Promise<NewTable> {
  const m49 = await readCsv(folder, "reference/m49_unsd_regions.csv");
  const english = new Map(m49.map((row) => [cell(row, "ISO-alpha3 Code"), cell(row, "Country or Area")]));
  const uzbek = new Map([
    ...(await readCsv(folder, "national/uzbekistan/sdmx_data_1105.csv")).map(toNames),
    ...(await readCsv(folder, "national/uzbekistan/sdmx_data_1176.csv")).map(toNames),
  ]);
  const rows = allAreas().map((area) => toRow(area, english, uzbek));
  return { name: "partners", info, rows };
}

/** The IMF's areas, and the countries that it has no trade of: these too can be asked for and are then missing. */
function allAreas(): readonly Area[] {
  const known = new Set(imfAreas.map(({ code }) => code));
  const others = Object.keys(iso.getAlpha3Codes()).filter((code) => !known.has(code));
  const areas = [...imfAreas, ...others.map((code) => ({ code, kind: "COUNTRY" as const, label: "" }))];
  return areas.toSorted((a, b) => byText(a.code, b.code));
}

function toNames(row: PublisherRow): [string, Names] {
  const cyrillic = [cell(row, "Klassifikator_ru"), cell(row, "Klassifikator_en")].find((name) =>
    /\p{Script=Cyrillic}/u.test(name),
  );
  return [cell(row, "Code"), { ru: cyrillic, uz: cell(row, "Klassifikator") }];
}

function toRow({ code, kind, label }: Area, english: ReadonlyMap<string, string>, uzbek: ReadonlyMap<string, Names>) {
  const isCountry = kind === "COUNTRY" && iso.isValid(code);
  const names = isCountry ? uzbek.get(iso.alpha3ToNumeric(code) ?? "") : undefined;
  return {
    code,
    kind,
    country: isCountry ? code : "",
    nameEn: renamed[code] ?? english.get(code) ?? (label || iso.getName(code, "en")),
    nameRu: isCountry ? (names?.ru ?? iso.getName(code, "ru")) : "",
    nameUz: isCountry ? (names?.uz ?? iso.getName(code, "uz")) : "",
    imfLabel: label,
  };
}
