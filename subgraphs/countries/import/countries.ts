import { cell, type PublisherRow } from "../../kit/snapshot/publisher-file.ts";
import type { Cell, NewTable } from "../../kit/snapshot/write.ts";
import { type CountryCodes, countryCodes, scopeOf } from "./country-codes.ts";
import type { CountryReference } from "./country-reference.ts";
import { type Outlines, readOutlines } from "./outlines.ts";
import type { Observation } from "./wdi.ts";

const info: NewTable["info"] = {
  sources: ["COUNTRY_CODES", "M49", "ISO_COUNTRIES", "WORLD_BANK_COUNTRIES", "WORLD_BANK", "UN_SDG", "NATURAL_EARTH"],
  licence: "PDDL-1.0; CC-BY-4.0; MIT; UNSD: free reuse with citation; public domain",
  vintage: "2026-05",
  retrievedAt: "2026-05-15T00:00:00Z",
  rule: [
    "One row per country that ISO 3166-1 codes, and Kosovo under its user-assigned codes.",
    "Groups and flags of the UN: M49, for the region and its partners. Classes of the World Bank: its list of countries of 2026-04.",
    "Capital: the World Bank, else the list of country codes. Its coordinates are carried as the World Bank prints them, though those of Pakistan and Türkiye lie away from the capital.",
    "Borders and coast are computed from the outlines of Natural Earth (1:50 million), which draw the state of control and settle no dispute;",
    "outlines without a code are left out, and so is the Caspian as a coast.",
    "A country for which no publisher states a value has an empty cell.",
  ].join(" "),
  columns: {
    code: "ISO 3166-1 alpha-3 code",
    alpha2: "ISO 3166-1 alpha-2 code",
    m49: "UN M49 code, three digits",
    scope: "REGION for the six, PARTNERS for their neighbours and main partners, ALL for the rest",
    capital: "Capital city, in English",
    areaKm2: "Surface area with inland waters, km2: World Bank AG.SRF.TOTL.K2, latest year",
    landlocked: "true without a coast on the ocean (the Caspian is a lake here), computed from the outlines",
    latitude: "Latitude of the capital, decimal degrees north",
    longitude: "Longitude of the capital, decimal degrees east",
    currencies: "ISO 4217 codes, semicolon-separated",
    languages: "Language tags of BCP 47 as the list of country codes prints them, semicolon-separated",
    borders: "Alpha-3 codes of the countries that share a land boundary, semicolon-separated",
    unRegion: "Region in M49",
    unSubregion: "Sub-region in M49",
    sdgRegion: "Region in the SDG reports of the UN",
    worldBankRegion: "Region of the World Bank",
    incomeLevel: "Income class of the World Bank",
    lending: "Lending class of the World Bank",
    isLldc: "true when M49 lists it as a landlocked developing country",
    isLdc: "true when M49 lists it as a least developed country",
  },
};

export function countriesTable(reference: CountryReference, surfaceAreas: readonly Observation[]): NewTable {
  const areas = latestByCountry(surfaceAreas);
  const outlines = readOutlines();
  const rows = countryCodes.map((codes) => toRow(codes, reference, areas, outlines));
  return { name: "countries", info, rows };
}

function toRow(
  { code, alpha2, m49 }: CountryCodes,
  { codes, m49English, worldBank, sdgRegions }: CountryReference,
  areas: ReadonlyMap<string, number>,
  outlines: Outlines,
): Record<string, Cell> {
  const listed = codes.get(code);
  const group = m49English.get(code);
  const bank = worldBank.get(code);
  return {
    code,
    alpha2,
    m49,
    scope: scopeOf(code, new Set(codes.keys())),
    capital: bank?.capital ?? (listed && cell(listed, "Capital")),
    areaKm2: areas.get(code),
    landlocked: outlines.isLandlocked(code),
    latitude: bank && Number(bank.latitude),
    longitude: bank && Number(bank.longitude),
    currencies: listed && list(cell(listed, "ISO4217-currency_alphabetic_code")),
    languages: listed && list(cell(listed, "Languages")),
    borders: outlines.borders(code).join(";"),
    unRegion: group && cell(group, "Region Name"),
    unSubregion: group && cell(group, "Sub-region Name"),
    sdgRegion: sdgRegions.get(String(Number(m49))),
    worldBankRegion: bank?.region,
    incomeLevel: bank?.income,
    lending: bank?.lending,
    isLldc: group && isFlagged(group, "Land Locked Developing Countries (LLDC)"),
    isLdc: group && isFlagged(group, "Least Developed Countries (LDC)"),
  };
}

function list(commaSeparated: string): string {
  return commaSeparated.split(",").join(";");
}

function isFlagged(row: PublisherRow, column: string): boolean {
  return cell(row, column) === "x";
}

function latestByCountry(observations: readonly Observation[]): ReadonlyMap<string, number> {
  const ordered = observations.toSorted((a, b) => a.year - b.year);
  return new Map(ordered.map(({ country, value }) => [country, value]));
}
