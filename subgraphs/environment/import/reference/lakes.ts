import type { Names } from "./types.ts";

export interface LakeReference {
  readonly id: string;
  readonly names: Names;
  readonly aliases?: readonly string[];
  readonly countries: readonly string[];
  /** What the World Factbook and the file of Kazakhstan's lakes call it; absent where they do not list it. */
  readonly factbook?: string;
  readonly kazakhstan?: string;
}

/**
 * The Aral Sea takes its areas from its own series alone: the other files give one undated number for a lake
 * that shrank by five sixths in the meantime.
 */
export const lakes: readonly LakeReference[] = [
  {
    id: "aral-sea",
    names: { EN: "Aral Sea", RU: "Аральское море", KK: "Арал теңізі", UZ: "Orol dengizi" },
    countries: ["KAZ", "UZB"],
  },
  {
    id: "north-aral",
    names: { EN: "North Aral Sea", RU: "Северное Аральское море" },
    aliases: ["Small Aral", "Малое Аральское море"],
    countries: ["KAZ"],
  },
  {
    id: "caspian-sea",
    names: { EN: "Caspian Sea", RU: "Каспийское море", KK: "Каспий теңізі", TK: "Hazar deňzi" },
    countries: ["AZE", "IRN", "KAZ", "RUS", "TKM"],
    factbook: "Caspian Sea",
    kazakhstan: "CaspianSea",
  },
  {
    id: "balkhash",
    names: { EN: "Lake Balkhash", RU: "Балхаш", KK: "Балқаш" },
    aliases: ["Ozero Balkhash", "Balqash"],
    countries: ["KAZ"],
    factbook: "Ozero Balkhash",
    kazakhstan: "Balkhash",
  },
  {
    id: "issyk-kul",
    names: { EN: "Issyk-Kul", RU: "Иссык-Куль", KY: "Ысык-Көл" },
    aliases: ["Ysyk-Köl", "Ozero Issyk-Kul"],
    countries: ["KGZ"],
    factbook: "Ozero Issyk-Kul",
  },
  {
    id: "zaysan",
    names: { EN: "Lake Zaysan", RU: "Зайсан", KK: "Зайсан" },
    aliases: ["Ozero Zaysan", "Zaisan"],
    countries: ["KAZ"],
    factbook: "Ozero Zaysan",
    kazakhstan: "Zaysan",
  },
  {
    id: "alakol",
    names: { EN: "Alakol", RU: "Алаколь", KK: "Алакөл" },
    aliases: ["Ozero Alakol"],
    countries: ["KAZ"],
    factbook: "Ozero Alakol",
    kazakhstan: "Alakol",
  },
  {
    id: "tengiz",
    names: { EN: "Lake Tengiz", RU: "Тенгиз", KK: "Теңіз" },
    aliases: ["Ozero Teniz", "Tengiz Köli"],
    countries: ["KAZ"],
    factbook: "Ozero Teniz",
    kazakhstan: "Tengiz",
  },
  {
    id: "seletyteniz",
    names: { EN: "Seletyteniz", RU: "Селетытениз", KK: "Сілетітеңіз" },
    aliases: ["Ozero Seletytenzi", "Siletitengiz", "Seltyteniz"],
    countries: ["KAZ"],
    factbook: "Ozero Seletytenzi",
    kazakhstan: "Seltyteniz",
  },
  {
    id: "sasykkol",
    names: { EN: "Sasykkol", RU: "Сасыкколь", KK: "Сасықкөл" },
    aliases: ["Ozero Sasykkol", "Sasyqköl"],
    countries: ["KAZ"],
    factbook: "Ozero Sasykkol",
    kazakhstan: "Sasykkol",
  },
  {
    id: "kusmuryn",
    names: { EN: "Kusmuryn", RU: "Кушмурун", KK: "Құсмұрын" },
    aliases: ["Qusmuryn Köli"],
    countries: ["KAZ"],
    kazakhstan: "Kusmuryn",
  },
  {
    id: "markakol",
    names: { EN: "Markakol", RU: "Маркаколь", KK: "Марқакөл" },
    aliases: ["Markol", "Marqaköl"],
    countries: ["KAZ"],
    kazakhstan: "Markol",
  },
  {
    id: "ab-e-istada",
    names: { EN: "Ab-e Istada", RU: "Аби-Истада" },
    aliases: ["Ab-e Istadah-ye Muqur"],
    countries: ["AFG"],
    factbook: "Ab-e Istadah-ye Muqur",
  },
];
