import { type NamedArea, placeNames } from "../place-names.ts";
import { type PublisherRow, readRows, required } from "./publisher-files.ts";

/** Finds the p-codes of Afghan provinces and districts: what it does not know stops the import. */
export interface PlaceCodes {
  /** @throws on a name that is no province's */
  provinceOf(name: string): string;
  /** @throws on a name that is no district's of that province */
  districtOf(name: string, province: string): string;
}

export async function readPlaceCodes(folder: string): Promise<PlaceCodes> {
  const [provinces, districts] = await Promise.all([
    readRows(folder, "admin/afg_adm1_cod.csv"),
    readRows(folder, "admin/afg_adm2_cod.csv"),
  ]);
  const names = placeNames([
    ...provinces.map((row) => toNamed(row, "ADM1", null)),
    ...districts.map((row) => toNamed(row, "ADM2", required(row, "ADM1_PCODE"))),
  ]);
  return {
    provinceOf: (name) => known(names.provinceOf(name), name),
    districtOf: (name, province) => known(names.districtOf(name, province), name),
  };
}

function toNamed(row: PublisherRow, level: "ADM1" | "ADM2", parentPcode: string | null): NamedArea {
  return { pcode: required(row, `${level}_PCODE`), nameEn: required(row, `${level}_EN`), parentPcode };
}

function known(code: string | undefined, name: string): string {
  if (!code) throw new Error(`A place without a p-code: ${name}`);
  return code;
}
