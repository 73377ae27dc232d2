/** Finds the p-codes of Afghan provinces and districts that other publishers spell in their own ways. */
export interface PlaceNames {
  provinceOf(name: string): string | undefined;
  /** Among the districts of that province. */
  districtOf(name: string, province: string): string | undefined;
}

export interface NamedArea {
  readonly pcode: string;
  readonly nameEn: string;
  /** The province that a district lies in; null for a province. */
  readonly parentPcode: string | null;
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

export function placeNames(areas: Iterable<NamedArea>): PlaceNames {
  const byParent = new Map<string | null, Map<string, string>>();
  for (const { pcode, nameEn, parentPcode } of areas) {
    const siblings = byParent.get(parentPcode) ?? new Map<string, string>();
    byParent.set(parentPcode, siblings);
    siblings.set(lettersOf(nameEn), pcode);
  }
  return {
    provinceOf: (name) => find(byParent.get(null), provinceAliases, name),
    districtOf: (name, province) => find(byParent.get(province), districtAliases, name),
  };
}

function find(
  codes: ReadonlyMap<string, string> | undefined,
  aliases: Readonly<Record<string, string>>,
  name: string,
): string | undefined {
  const letters = lettersOf(name);
  return codes?.get(letters) ?? codes?.get(aliases[letters] ?? "");
}

function lettersOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}
