/** A figure of a river, lake or basin that is printed in a publication and in no machine-readable file, transcribed. */
interface PublishedFigure {
  readonly body: "basin" | "river" | "lake";
  readonly id: string;
  readonly measure: string;
  readonly value: number;
  readonly country?: string;
  readonly note?: string;
}

interface Publication {
  readonly source: string;
  readonly where: string;
  /** Year of the publication; empty for a site without one. */
  readonly vintage: string;
  readonly figures: readonly PublishedFigure[];
}

function byCountry(
  id: string,
  measure: string,
  values: Readonly<Record<string, number>>,
  note?: string,
): PublishedFigure[] {
  return Object.entries(values).map(([country, value]) => ({
    body: "basin",
    id,
    measure,
    value,
    country,
    ...(note && { note }),
  }));
}

function ofRivers(measure: string, values: Readonly<Record<string, number>>): PublishedFigure[] {
  return Object.entries(values).map(([id, value]) => ({ body: "river", id, measure, value }));
}

function ofLake(id: string, value: number, note?: string): PublishedFigure {
  return { body: "lake", id, measure: "volumeKm3", value, ...(note && { note }) };
}

export const publications: readonly Publication[] = [
  {
    source: "UNESCO_PCCP_2003",
    where: "table 2, natural flow over many years",
    vintage: "2003",
    figures: [
      ...byCountry("syr-darya", "originFlowKm3", { KGZ: 26.85, UZB: 6.167, KAZ: 2.426, TJK: 1.005, CHN: 0.755 }),
      ...byCountry("amu-darya", "originFlowKm3", {
        TJK: 55.73,
        AFG: 14.5,
        UZB: 5.056,
        KGZ: 1.604,
        TKM: 1.53,
        IRN: 0.86,
      }),
      {
        body: "river",
        id: "syr-darya",
        measure: "meanFlowKm3",
        value: 37.203,
        note: "Natural flow of the whole basin",
      },
      { body: "river", id: "amu-darya", measure: "meanFlowKm3", value: 79.28, note: "Natural flow of the whole basin" },
    ],
  },
  {
    source: "AQUASTAT_SURVEY_2012",
    where: "table of country areas in the Aral Sea basin",
    vintage: "2012",
    figures: [
      ...byCountry("syr-darya", "areaKm2", { KAZ: 345000, KGZ: 110570, TJK: 15680, UZB: 60400 }),
      ...byCountry("amu-darya", "areaKm2", { KGZ: 7800, TKM: 359730 }),
      ...byCountry("amu-darya", "areaKm2", { TJK: 125450, UZB: 364630 }, "Holds the Zarafshan basin"),
      ...byCountry("amu-darya", "areaKm2", { AFG: 166000 }, "Holds the northern basin, which does not reach the river"),
      ...byCountry("tejen-murgab", "areaKm2", { AFG: 80000, TKM: 102010 }),
      { body: "basin", id: "syr-darya", measure: "basinAreaKm2", value: 531650 },
      { body: "basin", id: "amu-darya", measure: "basinAreaKm2", value: 1023610, note: "With the terminal plains" },
      { body: "basin", id: "tejen-murgab", measure: "basinAreaKm2", value: 182010, note: "Without the part in Iran" },
    ],
  },
  {
    source: "WATER_PROTOCOLS",
    where: "protocol 566 of 1987",
    vintage: "1987",
    figures: [
      ...byCountry("amu-darya", "allocationKm3", { UZB: 29.6, TKM: 22, TJK: 9.5, KGZ: 0.4 }),
      ...byCountry("amu-darya", "allocationPercent", { UZB: 48.2, TKM: 35.8, TJK: 15.4, KGZ: 0.6 }),
    ],
  },
  {
    source: "WATER_PROTOCOLS",
    where: "protocol 413 of 1984",
    vintage: "1984",
    figures: byCountry("syr-darya", "allocationPercent", { UZB: 51.7, KAZ: 38.1, TJK: 9.2, KGZ: 1 }),
  },
  {
    source: "CAWATER",
    where: "Amudarya knowledge base, water; Syrdarya, geography",
    vintage: "",
    figures: [
      { body: "river", id: "amu-darya", measure: "lengthKm", value: 2540, note: "From the source of the Panj" },
      {
        body: "river",
        id: "amu-darya",
        measure: "lengthKm",
        value: 1415,
        note: "From the meeting of the Panj and the Vakhsh",
      },
      { body: "river", id: "amu-darya", measure: "basinAreaKm2", value: 309000, note: "Catchment above Kerki" },
      { body: "river", id: "syr-darya", measure: "lengthKm", value: 3019, note: "From the source of the Naryn" },
      {
        body: "river",
        id: "syr-darya",
        measure: "lengthKm",
        value: 2212,
        note: "From the meeting of the Naryn and the Kara Darya",
      },
      { body: "river", id: "syr-darya", measure: "basinAreaKm2", value: 219000, note: "Catchment" },
    ],
  },
  {
    source: "UNECE_2007",
    where: "chapter 3, tables of the river basins",
    vintage: "2007",
    figures: ofRivers("basinAreaKm2", {
      panj: 113500,
      vakhsh: 39100,
      kafirnigan: 11590,
      surkhandarya: 13500,
      murgab: 46880,
      tejen: 70260,
      "kara-darya": 28630,
      chirchik: 14240,
      chatkal: 7110,
      chu: 62500,
      talas: 52700,
    }).concat({ body: "river", id: "ili", measure: "basinAreaKm2", value: 413000, note: "The whole Balkhash basin" }),
  },
  {
    source: "ILEC_WLD",
    where: "lake 3571",
    vintage: "",
    figures: [ofLake("balkhash", 106)],
  },
  {
    source: "CHINAXIV_201909_00135",
    where: "state of the Aral Sea then and now",
    vintage: "2019",
    figures: [
      ofLake("aral-sea", 1000, "1911 to 1960, the lower end of the printed range"),
      ofLake("aral-sea", 1083, "1911 to 1960, the upper end of the printed range"),
      ofLake("aral-sea", 25, "About 2018, and printed as about so much"),
    ],
  },
  {
    source: "TENGRINEWS",
    where: "report on the North Aral",
    vintage: "2025",
    figures: [ofLake("north-aral", 22, "2025")],
  },
];
