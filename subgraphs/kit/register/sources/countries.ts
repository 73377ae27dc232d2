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
    title: "Natural Earth, Admin 0 countries, 1:50 million",
    publisher: "Natural Earth",
    url: "https://www.naturalearthdata.com/downloads/50m-cultural-vectors/",
    licence: "Public domain",
    citation: "Made with Natural Earth, by the npm package world-atlas 2.0.2. https://www.naturalearthdata.com",
    cadence: "every few years",
  },
];
