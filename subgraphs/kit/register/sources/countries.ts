import type { SourceRecord } from "../source.ts";

export const countriesSources: readonly SourceRecord[] = [
  {
    id: "WORLD_BANK",
    title: "World Development Indicators",
    publisher: "World Bank",
    url: "https://datatopics.worldbank.org/world-development-indicators/",
    licence: "CC-BY-4.0",
    citation:
      "World Bank, World Development Indicators. https://datatopics.worldbank.org/world-development-indicators/",
    cadence: "about four releases a year",
  },
  {
    id: "WORLD_BANK_COUNTRIES",
    title: "Country and lending groups",
    publisher: "World Bank",
    url: "https://datahelpdesk.worldbank.org/knowledgebase/articles/906519-world-bank-country-and-lending-groups",
    licence: "CC-BY-4.0",
    citation:
      "World Bank, Country and Lending Groups. https://datahelpdesk.worldbank.org/knowledgebase/articles/906519-world-bank-country-and-lending-groups",
    cadence: "yearly, in July",
  },
  {
    id: "UN_SDG",
    title: "SDG Global Database",
    publisher: "United Nations Statistics Division",
    url: "https://unstats.un.org/sdgs/dataportal",
    licence: "UNSD: free reuse with citation",
    citation: "United Nations Statistics Division, SDG Global Database. https://unstats.un.org/sdgs/dataportal",
    cadence: "about four releases a year",
  },
  {
    id: "M49",
    title: "Standard country or area codes for statistical use (M49)",
    publisher: "United Nations Statistics Division",
    url: "https://unstats.un.org/unsd/methodology/m49/",
    licence: "PDDL-1.0",
    citation:
      "United Nations Statistics Division, Standard country or area codes for statistical use (M49), as collected by datasets/country-codes. https://unstats.un.org/unsd/methodology/m49/",
    cadence: "when a country changes its name or group",
  },
  {
    id: "COUNTRY_CODES",
    title: "Country codes",
    publisher: "Datopian (datasets/country-codes)",
    url: "https://github.com/datasets/country-codes",
    licence: "PDDL-1.0",
    citation: "Datopian, Country codes, from ISO, UNTERM and CLDR. https://github.com/datasets/country-codes",
    cadence: "several times a year",
  },
  {
    id: "ISO_COUNTRIES",
    title: "i18n-iso-countries",
    publisher: "Michael Wittig and contributors",
    url: "https://github.com/michaelwittig/node-i18n-iso-countries",
    licence: "MIT",
    citation:
      "i18n-iso-countries 7.14.0: ISO 3166-1 codes and country names. https://github.com/michaelwittig/node-i18n-iso-countries",
    cadence: "several times a year",
  },
  {
    id: "NATURAL_EARTH",
    title: "Natural Earth: countries, rivers and lakes, 1:50 and 1:10 million",
    publisher: "Natural Earth",
    url: "https://www.naturalearthdata.com/downloads/",
    licence: "Public domain",
    citation: "Made with Natural Earth. https://www.naturalearthdata.com/",
    cadence: "every few years",
  },
  {
    id: "OPEN_SDG_KAZ",
    title: "National SDG indicators of Kazakhstan",
    publisher: "Bureau of National Statistics of the Republic of Kazakhstan",
    url: "https://kazstat.github.io/sdg-site-kazstat/",
    licence: "Official statistics, cite the office",
    citation:
      "Bureau of National Statistics of the Republic of Kazakhstan, national SDG reporting platform. https://kazstat.github.io/sdg-site-kazstat/",
    cadence: "yearly",
  },
  {
    id: "OPEN_SDG_KGZ",
    title: "National SDG indicators of Kyrgyzstan",
    publisher: "National Statistical Committee of the Kyrgyz Republic",
    url: "https://sdg-kyrgyzstan.github.io/open-sdg-data-starter/",
    licence: "Official statistics, cite the office",
    citation:
      "National Statistical Committee of the Kyrgyz Republic, national SDG reporting platform. https://sdg-kyrgyzstan.github.io/open-sdg-data-starter/",
    cadence: "yearly",
  },
  {
    id: "OPEN_SDG_TJK",
    title: "National SDG indicators of Tajikistan",
    publisher: "Agency on Statistics under the President of the Republic of Tajikistan",
    url: "https://www.stat.tj/en/",
    licence: "Official statistics, cite the office",
    citation:
      "Agency on Statistics under the President of the Republic of Tajikistan, national SDG reporting platform. https://www.stat.tj/en/",
    cadence: "none since 2021",
  },
];
