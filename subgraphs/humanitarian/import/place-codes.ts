import { type PublisherRow, readRows, required } from "./publisher-files.ts";

/** Finds the p-codes of Afghan provinces and districts that other publishers spell in their own ways. */
export interface PlaceCodes {
  /** @throws on a name that is no province's */
  provinceOf(name: string): string;
  /** @throws on a name that is no district's of that province */
  districtOf(name: string, province: string): string;
}

/** Spellings by the letters and digits that count, to those of the boundary tables. */
const provinceAliases: Readonly<Record<string, string>> = {
  helmand: "hilmand",
  saripul: "sarepul",
  wardak: "maidanwardak",
};

/** Likewise for districts; two were renamed since. */
const districtAliases: Readonly<Record<string, string>> = {
  chaghcharan: "ferozkoh",
  chaharburjak: "charburjak",
  dushi: "doshi",
  faizabad: "fayzabad",
  hesaawalebehsud: "hesaeawalebehsud",
  khost: "matun",
  kohistanat: "kohestanat",
  nejrab: "nijrab",
  poruns: "parun",
  shahristan: "shahrestan",
  syahgerd: "ghorband",
};

export async function readPlaceCodes(folder: string): Promise<PlaceCodes> {
  const [provinces, districts] = await Promise.all([
    readRows(folder, "admin/afg_adm1_cod.csv"),
    readRows(folder, "admin/afg_adm2_cod.csv"),
  ]);
  const provinceCodes = codesByName(provinces, "ADM1");
  const districtCodes = new Map<string, Map<string, string>>();
  for (const row of districts) {
    const province = required(row, "ADM1_PCODE");
    districtCodes.set(province, new Map([...(districtCodes.get(province) ?? []), ...codesByName([row], "ADM2")]));
  }
  return {
    provinceOf: (name) => find(provinceCodes, provinceAliases, name),
    districtOf: (name, province) => find(districtCodes.get(province) ?? new Map(), districtAliases, name),
  };
}

function codesByName(rows: readonly PublisherRow[], level: "ADM1" | "ADM2"): Map<string, string> {
  return new Map(rows.map((row) => [lettersOf(required(row, `${level}_EN`)), required(row, `${level}_PCODE`)]));
}

function find(codes: ReadonlyMap<string, string>, aliases: Readonly<Record<string, string>>, name: string): string {
  const letters = lettersOf(name);
  const code = codes.get(letters) ?? codes.get(aliases[letters] ?? "");
  if (!code) throw new Error(`A place without a p-code: ${name}`);
  return code;
}

function lettersOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}
