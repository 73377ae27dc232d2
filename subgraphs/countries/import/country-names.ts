import { cell, type PublisherRow } from "../../kit/snapshot/publisher-file.ts";
import type { NewTable } from "../../kit/snapshot/write.ts";
import { countryCodes, isoNames } from "./country-codes.ts";
import type { CountryReference } from "./country-reference.ts";

const languages = ["EN", "RU", "KK", "KY", "TG", "TK", "UZ", "FA", "PS"] as const;
type Language = (typeof languages)[number];

const info: NewTable["info"] = {
  sources: ["ISO_COUNTRIES", "M49"],
  licence: "MIT; PDDL-1.0",
  vintage: "2026-05",
  retrievedAt: "2026-05-15T00:00:00Z",
  rule: [
    "English and Russian names of the region and its partners: the short names of UN M49. Every other name: i18n-iso-countries 7.14.0.",
    "Blanks at the ends are cut, runs of blanks become one.",
    "Kyrgyz: the letter U+04CA, which Kyrgyz does not have, becomes U+04A3. Uzbek: the turned comma of oʻ and gʻ is U+02BB throughout.",
  ].join(" "),
  columns: {
    code: "ISO 3166-1 alpha-3 code",
    language: "EN RU KK KY TG TK UZ FA PS: the language of the name",
    name: "Short name of the country in that language",
  },
};

export function countryNamesTable({ m49English, m49Russian }: CountryReference): NewTable {
  const unNames: Partial<Record<Language, ReadonlyMap<string, PublisherRow>>> = { EN: m49English, RU: m49Russian };
  const names = new Map(languages.map((language) => [language, isoNames(language.toLowerCase())]));
  const rows = countryCodes.flatMap(({ code, alpha2 }) =>
    languages.map((language) => {
      const unName = unNames[language]?.get(code);
      const name = unName ? cell(unName, "Country or Area") : names.get(language)?.[alpha2];
      if (!name?.trim()) throw new Error(`No name of ${code} in ${language}`);
      return { code, language, name: correct(language, name) };
    }),
  );
  return { name: "country-names", info, rows };
}

function correct(language: Language, name: string): string {
  const spaced = name.trim().replace(/\s+/g, " ");
  if (language === "KY") return spaced.replaceAll("\u04ca", "\u04a3").replaceAll("\u04c9", "\u04a2");
  if (language === "UZ") return spaced.replace(/([OoGg])[\u2018\u2019'`]/g, "$1\u02bb");
  return spaced;
}
