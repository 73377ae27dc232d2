/** A figure that a published query must show, known from the publisher's own tables. */
export interface KnownFigure {
  readonly search?: string;
  /** Cells of its row, by column. */
  readonly row: Readonly<Record<string, string>>;
  /** Beginning of the column's name; the unit in brackets follows. */
  readonly column: string;
  readonly value: number;
  /** What the chart must say: the unit of its axis. */
  readonly unit: string;
  readonly publisher: string;
}

const worldBank = "World Bank";
const fts = "UN Office for the Coordination of Humanitarian Affairs";
const imf = "International Monetary Fund";
const fao = "Food and Agriculture Organization of the United Nations";
const dollars = "US dollars";

/** By name of the published query. */
export const knownFigures: Readonly<Record<string, KnownFigure>> = {
  population: {
    row: { "country.code": "KAZ", year: "2025" },
    column: "value",
    value: 20_843_754,
    unit: "persons",
    publisher: worldBank,
  },
  indicator: {
    search: "?id=SP.DYN.LE00.IN&countries=uzb,398&from=2020&to=2023",
    row: { "country.code": "UZB", year: "2023" },
    column: "value",
    value: 72.386,
    unit: "years",
    publisher: worldBank,
  },
  ranking: {
    search: "?indicator=SP.POP.TOTL&year=2025",
    row: { rank: "2", "country.code": "UZB" },
    column: "value.value",
    value: 37_053_428,
    unit: "persons",
    publisher: worldBank,
  },
  "sdg-progress": {
    row: { "indicator.code": "6.1.1" },
    column: "latest.value",
    value: 76.48715,
    unit: "Observed rate over required rate",
    publisher: worldBank,
  },
  "goal-indicators": {
    row: { "country.code": "KAZ", "indicator.id": "SH.DYN.MORT", year: "2000" },
    column: "value",
    value: 42.1,
    unit: "Mortality rate",
    publisher: worldBank,
  },
  "water-stress": {
    row: { "country.code": "UZB", year: "2018" },
    column: "value",
    value: 168.92,
    unit: "% of available freshwater",
    publisher: fao,
  },
  "lake-area": {
    row: { "lake.id": "aral-sea", year: "2018" },
    column: "value",
    value: 6990,
    unit: "km2",
    publisher: "UNESCO",
  },
  "lake-levels": {
    row: { "levels.datum": "DAHITI_NORMAL", period: "1995" },
    column: "value",
    value: -26.085,
    unit: "m",
    publisher: "Deutsches Geodätisches Forschungsinstitut",
  },
  dams: { row: { name: "Nurek" }, column: "capacityKm3", value: 10.5, unit: "Capacity, km³", publisher: fao },
  "river-dams": {
    row: { name: "Nurek" },
    column: "capacityKm3",
    value: 10.5,
    unit: "Capacity, km³",
    publisher: fao,
  },
  "basin-riparians": {
    row: { "country.code": "UZB" },
    column: "allocation.value",
    value: 29.6,
    unit: "km3 per year",
    publisher: "Interstate Commission for Water Coordination",
  },
  "glacier-mass-balance": {
    row: { "glacier.wgmsId": "817", year: "2020" },
    column: "value",
    value: -287,
    unit: "mm w.e.",
    publisher: "World Glacier Monitoring Service",
  },
  "funding-by-country": {
    row: { code: "AFG" },
    column: "funding.totalUsd",
    value: 3_821_708_995,
    unit: dollars,
    publisher: fts,
  },
  "funding-by-donor": {
    row: { "funding.complete": "false", name: "United States of America, Government of" },
    column: "funding.totalUsd",
    value: 628_552_916,
    unit: dollars,
    publisher: fts,
  },
  "funding-by-cluster": {
    row: { id: "FSC" },
    column: "amountUsd",
    value: 1_501_902_017,
    unit: dollars,
    publisher: fts,
  },
  "funding-flows": {
    row: { id: "247210" },
    column: "amountUsd",
    value: 3_176_620,
    unit: dollars,
    publisher: fts,
  },
  "funding-changes": {
    search: "?year=2020&from=2020-10-12&to=2021-03-12",
    row: { id: "204322" },
    column: "afterUsd",
    value: 28_981_713,
    unit: dollars,
    publisher: fts,
  },
  appeals: {
    row: { code: "HAFG22" },
    column: "requirementUsd",
    value: 4_442_200_000,
    unit: dollars,
    publisher: fts,
  },
  "appeals-by-year": {
    row: { code: "HAFG22" },
    column: "requirementUsd",
    value: 4_442_200_000,
    unit: dollars,
    publisher: fts,
  },
  "top-partners": {
    row: { "partner.code": "ITA" },
    column: "valueUsd",
    value: 8_373_712_847,
    unit: dollars,
    publisher: imf,
  },
  "trade-flows": {
    row: { flow: "EXPORT", period: "2019" },
    column: "valueUsd",
    value: 7_823_406_348,
    unit: dollars,
    publisher: imf,
  },
  "mirror-gaps": {
    row: { "exporter.code": "KAZ", "importer.code": "UZB", year: "2019" },
    column: "gapUsd",
    value: -72_374_593,
    unit: "importer less exporter, over their sum",
    publisher: imf,
  },
  "mirror-trade": {
    row: { year: "2019" },
    column: "importerReport.valueUsd",
    value: 1_734_970_508,
    unit: "Importer's figure over exporter's",
    publisher: imf,
  },
};
