import { imfCountries } from "./imf-countries.ts";

type AreaKind = "COUNTRY" | "GROUP" | "UNSPECIFIED" | "WORLD";

export interface Area {
  readonly code: string;
  readonly kind: AreaKind;
  /** How the IMF calls it. */
  readonly label: string;
}

/** States and customs areas of the past that report and are reported like a country; ISO 3166-3 codes where there are some. */
const formerCountries: Readonly<Record<string, string>> = {
  "Belgium-Luxembourg": "BLX",
  Czechoslovakia: "CSK",
  "Eastern Germany": "DDR",
  "Netherlands Antilles": "ANT",
  "Serbia and Montenegro": "SCG",
  USSR: "SUN",
  "Yemen Arab Rep.": "YAR",
  "Yemen, People's Dem. Rep. of": "YMD",
  Yugoslavia: "YUG",
};

/** Sums that the publisher puts beside their members: never to be added to them. */
const groups: Readonly<Record<string, string>> = {
  "Advanced Economies": "IMF:ADVANCED_ECONOMIES",
  Africa: "IMF:AFRICA",
  "Emerging Market and Developing Economies by Source of Export Earnings: Fuel": "IMF:FUEL_EXPORTERS",
  "Emerging Market and Developing Economies by Source of Export Earnings: Nonfuel": "IMF:NONFUEL_EXPORTERS",
  "Emerging and Developing Asia": "IMF:EMERGING_ASIA",
  "Emerging and Developing Economies": "IMF:EMERGING_ECONOMIES",
  "Emerging and Developing Europe": "IMF:EMERGING_EUROPE",
  // The 19 members of 2015 to 2022 in every year of the files: checked against the sum of their cells.
  "Euro Area": "EA19",
  // The 27 members since 2020 in every year of the files, without the United Kingdom: checked likewise.
  "European Union": "EU27",
  "Middle East": "IMF:MIDDLE_EAST",
  "Middle East and Central Asia": "IMF:MIDDLE_EAST_CENTRAL_ASIA",
  "South African Common Customs Area (SACCA)": "IMF:SOUTH_AFRICAN_CUSTOMS_AREA",
  "Sub-Saharan Africa": "IMF:SUB_SAHARAN_AFRICA",
  "Western Hemisphere": "IMF:WESTERN_HEMISPHERE",
};

/** Trade whose partner is not disclosed or not known: part of the world's total like a country. */
const unspecified: Readonly<Record<string, string>> = {
  "Africa not specified": "IMF:AFRICA_NOT_SPECIFIED",
  "Asia not specified": "IMF:ASIA_NOT_SPECIFIED",
  "Countries & Areas not specified": "IMF:NOT_SPECIFIED",
  "Europe not specified": "IMF:EUROPE_NOT_SPECIFIED",
  "Middle East and Central Asia not specified": "IMF:MIDDLE_EAST_CENTRAL_ASIA_NOT_SPECIFIED",
  "Other Countries not included elsewhere": "IMF:OTHER_COUNTRIES",
  "Special Categories": "IMF:SPECIAL_CATEGORIES",
  "Western Hemisphere not specified": "IMF:WESTERN_HEMISPHERE_NOT_SPECIFIED",
};

const toAreas = (kind: AreaKind, codes: Readonly<Record<string, string>>): Area[] =>
  Object.entries(codes).map(([label, code]) => ({ code, kind, label }));

/** Every area of the IMF's trade files. */
export const imfAreas: readonly Area[] = [
  ...toAreas("COUNTRY", imfCountries),
  ...toAreas("COUNTRY", formerCountries),
  ...toAreas("GROUP", groups),
  ...toAreas("UNSPECIFIED", unspecified),
  { code: "WLD", kind: "WORLD", label: "World" },
];

const byLabel = new Map(imfAreas.map((area) => [area.label, area]));

/** Throws on a label that is not listed here: a new area of the publisher is to be placed by hand. */
export function imfArea(label: string): Area {
  const area = byLabel.get(label);
  if (!area) throw new Error(`The IMF's files have an area that is not known here: ${label}`);
  return area;
}
