import type { NewTable } from "../../kit/snapshot/write.ts";
import { number, optional, type PublisherRow, readRows, required } from "./publisher-files.ts";

/** First- and second-level administrative areas by p-code; Dari names and areas exist for Afghanistan only. */
export async function importAdminAreas(folder: string): Promise<NewTable> {
  const [areas, provinces, districts] = await Promise.all([
    readRows(folder, "admin/global_pcodes_adm_1_2_afg_ca.csv"),
    readRows(folder, "admin/afg_adm1_cod.csv"),
    readRows(folder, "admin/afg_adm2_cod.csv"),
  ]);
  const details = new Map([
    ...provinces.map((row) => [required(row, "ADM1_PCODE"), detailsOf(row, "ADM1")] as const),
    ...districts.map((row) => [required(row, "ADM2_PCODE"), detailsOf(row, "ADM2")] as const),
  ]);
  const rows = areas.map((row) => {
    const pcode = required(row, "P-Code");
    const level = number(required(row, "Admin Level"));
    return {
      pcode,
      country: required(row, "Location"),
      level,
      name: required(row, "Name"),
      parent: level === 1 ? null : required(row, "Parent P-Code"),
      validFrom: required(row, "Valid from date"),
      ...details.get(pcode),
    };
  });
  const known = new Set(rows.map(({ pcode }) => pcode));
  const stray = [...details.keys()].filter((pcode) => !known.has(pcode));
  if (stray.length > 0) throw new Error(`Afghan areas that the list of p-codes lacks: ${stray.join(", ")}`);
  return {
    name: "admin-areas",
    info: {
      sources: ["COD_AB"],
      licence: "CC-BY-3.0-IGO",
      vintage: "p-codes valid from the date in each row",
      retrievedAt: "2023-07-12T22:01:33.000Z",
      rule: "One row per p-code of the list of common operational data sets; the Dari name, the region and the area are joined from the Afghan boundary tables on the p-code. The other countries have no such tables in hand, so these cells are empty. Turkmenistan has no p-codes in the list.",
      columns: {
        pcode: "Place code of the area, unique together with the date it is valid from",
        country: "ISO 3166-1 alpha-3 code of the country",
        level: "1 for provinces and regions, 2 for districts",
        name: "English name",
        nameDari: "Dari name",
        parent: "P-code of the area above; empty at level 1",
        region: "English name of the region that Afghan provinces are grouped by",
        areaKm2: "Area in square kilometres",
        validFrom: "Date from which the p-code is valid",
      },
    },
    rows: rows.toSorted((a, b) => (a.pcode < b.pcode ? -1 : 1)),
  };
}

function detailsOf(row: PublisherRow, level: "ADM1" | "ADM2") {
  return {
    nameDari: optional(row, `${level}_DA`),
    region: required(row, "REGION_EN"),
    areaKm2: number(required(row, "AREA_SQKM")),
  };
}
