import type { SourceRecord } from "../source.ts";

export const tradeSources: readonly SourceRecord[] = [
  {
    id: "IMF",
    title: "Direction of Trade Statistics (since 2025 International Trade in Goods by Partner Country, IMTS)",
    publisher: "International Monetary Fund",
    url: "https://data.imf.org/",
    licence: "IMF Terms of Use (free re-use with attribution)",
    citation: "International Monetary Fund, Direction of Trade Statistics. https://data.imf.org/",
    cadence: "monthly",
  },
  {
    id: "HARMONIZED_SYSTEM",
    title: "Harmonized System 2022, short descriptions",
    publisher: "United Nations Statistics Division, after the World Customs Organization",
    url: "https://unstats.un.org/unsd/classifications/Econ",
    licence: "PDDL-1.0",
    citation:
      "United Nations Statistics Division, Harmonized System 2022 as used in UN Comtrade, in the edition of datasets/harmonized-system.",
    cadence: "a revision about every five years",
  },
  {
    id: "TNVED",
    title: "Commodity nomenclature of the Eurasian Economic Union (ТН ВЭД ЕАЭС)",
    publisher: "Eurasian Economic Commission",
    url: "https://eec.eaeunion.org/",
    licence: "Official act, no licence stated",
    citation:
      "Eurasian Economic Commission, Единая товарная номенклатура внешнеэкономической деятельности ЕАЭС. https://eec.eaeunion.org/",
    cadence: "a revision about every five years",
  },
  {
    id: "UZSTAT",
    title: "Foreign trade of Uzbekistan by partner",
    publisher: "National Statistics Committee of the Republic of Uzbekistan",
    url: "https://siat.stat.uz/",
    licence: "CC-BY-4.0",
    citation:
      "National Statistics Committee of the Republic of Uzbekistan, foreign trade by partner. https://siat.stat.uz/",
    cadence: "yearly",
  },
  {
    id: "COMTRADE",
    title: "UN Comtrade",
    publisher: "United Nations Statistics Division",
    url: "https://comtradeplus.un.org/",
    licence: "UN Comtrade terms: no onward distribution in bulk",
    citation: "United Nations, UN Comtrade Database. https://comtradeplus.un.org/",
    cadence: "as countries report",
  },
];
