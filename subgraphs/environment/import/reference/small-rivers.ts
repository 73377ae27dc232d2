import type { Names, Reach, RiverReference } from "./types.ts";

/** A river that stays in one country. */
function within(
  country: string,
  id: string,
  names: Names,
  { aliases = [], basin }: { aliases?: readonly string[]; basin?: string } = {},
): RiverReference {
  const riparians: readonly Reach[] = [[country, 1, "the whole course"]];
  return { id, names, aliases, ...(basin && { basin }), source: "NATURAL_EARTH", riparians };
}

/** A river that rises in one country and ends in another. */
function across(
  [from, to]: readonly [string, string],
  id: string,
  names: Names,
  { aliases = [], basin }: { aliases?: readonly string[]; basin?: string } = {},
): RiverReference {
  const riparians: readonly Reach[] = [
    [from, 1, "source"],
    [to, 2, "lower course and mouth"],
  ];
  return { id, names, aliases, ...(basin && { basin }), source: "NATURAL_EARTH", riparians };
}

const syrDarya = { basin: "syr-darya" };
const amuDarya = { basin: "amu-darya" };
const ob = { basin: "ob" };

export const smallRivers: readonly RiverReference[] = [
  across(["KAZ", "RUS"], "ishim", { EN: "Ishim", RU: "Ишим", KK: "Есіл" }, { ...ob, aliases: ["Esil"] }),
  across(["KAZ", "RUS"], "tobol", { EN: "Tobol", RU: "Тобол", KK: "Тобыл" }, { ...ob, aliases: ["Tobyl"] }),
  across(["RUS", "KAZ"], "ural", { EN: "Ural", RU: "Урал", KK: "Жайық" }, { basin: "ural", aliases: ["Zhaiyk"] }),
  across(["KAZ", "RUS"], "ilek", { EN: "Ilek", RU: "Илек", KK: "Елек" }, { basin: "ural" }),
  across(
    ["RUS", "KAZ"],
    "big-uzen",
    { EN: "Big Uzen", RU: "Большой Узень", KK: "Үлкен Өзен" },
    { aliases: ["BigOzen"] },
  ),
  across(
    ["RUS", "KAZ"],
    "small-uzen",
    { EN: "Small Uzen", RU: "Малый Узень", KK: "Кіші Өзен" },
    { aliases: ["SmallOzen"] },
  ),
  within("KAZ", "nura", { EN: "Nura", RU: "Нура", KK: "Нұра" }),
  within("KAZ", "sarysu", { EN: "Sarysu", RU: "Сарысу", KK: "Сарысу" }),
  within("KAZ", "turgai", { EN: "Turgai", RU: "Тургай", KK: "Торғай" }),
  within("KAZ", "irgiz", { EN: "Irgiz", RU: "Иргиз", KK: "Ырғыз" }),
  within("KAZ", "emba", { EN: "Emba", RU: "Эмба", KK: "Жем" }),
  within("KAZ", "oiyl", { EN: "Oiyl", RU: "Уил", KK: "Ойыл" }, { aliases: ["Uil"] }),
  within("KAZ", "sagiz", { EN: "Sagiz", RU: "Сагиз", KK: "Сағыз" }),
  within("KAZ", "shiderty", { EN: "Shiderty", RU: "Шидерты", KK: "Шідерті" }),
  within("KGZ", "ala-archa", { EN: "Ala-Archa", RU: "Ала-Арча", KY: "Ала-Арча" }, { basin: "chu-talas" }),
  across(["KGZ", "UZB"], "sokh", { EN: "Sokh", RU: "Сох", KY: "Сох", UZ: "So‘x" }, syrDarya),
  across(["KGZ", "UZB"], "padsha-ata", { EN: "Padsha-Ata", RU: "Падша-Ата" }, syrDarya),
  across(
    ["KGZ", "UZB"],
    "isfayramsay",
    { EN: "Isfayramsay", RU: "Исфайрамсай" },
    { ...syrDarya, aliases: ["Isfayramsoy"] },
  ),
  across(["KGZ", "UZB"], "gavasay", { EN: "Gavasay", RU: "Гавасай" }, syrDarya),
  within("UZB", "chadak", { EN: "Chadak", RU: "Чадак" }, syrDarya),
  within("UZB", "akhangaran", { EN: "Akhangaran", RU: "Ахангаран", UZ: "Ohangaron" }, syrDarya),
  within("UZB", "sanzar", { EN: "Sanzar", RU: "Санзар", UZ: "Sangzor" }),
  within("UZB", "tupalang", { EN: "Tupalang", RU: "Тупаланг" }, amuDarya),
  within("UZB", "sangardak", { EN: "Sangardak", RU: "Сангардак" }, amuDarya),
  within("UZB", "aksu", { EN: "Aksu", RU: "Аксу" }, amuDarya),
  within("UZB", "yakkabagdarya", { EN: "Yakkabagdarya", RU: "Яккабагдарья" }, amuDarya),
  within(
    "UZB",
    "uryadarya",
    { EN: "Uryadarya", RU: "Урадарья" },
    { ...amuDarya, aliases: ["Uryadariya + Kichik Uryadariya"] },
  ),
  within("AFG", "arghandab", { EN: "Arghandab", RU: "Аргандаб" }, { basin: "helmand" }),
  across(["AFG", "PAK"], "kabul", { EN: "Kabul", RU: "Кабул" }, { basin: "indus" }),
  across(["IRN", "TKM"], "atrek", { EN: "Atrek", RU: "Атрек", TK: "Etrek" }, { basin: "atrek", aliases: ["Atrak"] }),
];
