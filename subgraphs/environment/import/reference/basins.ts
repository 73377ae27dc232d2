import type { Names, Reach } from "./types.ts";

export interface BasinReference {
  readonly id: string;
  readonly names: Names;
  readonly source: string;
  /** One line a country, from the headwaters down; without an order where its part is not on the main river. */
  readonly riparians: readonly Reach[];
  /** What the dams file calls it. */
  readonly damBasins: readonly string[];
}

export const basins: readonly BasinReference[] = [
  {
    id: "amu-darya",
    names: { EN: "Amu Darya", RU: "Амударья", TG: "Амударё", TK: "Amyderýa", UZ: "Amudaryo", FA: "آمودریا" },
    source: "CAWATER",
    riparians: [
      ["KGZ", 1, "source of the Vakhsh"],
      ["TJK", 2, "source"],
      ["AFG", 2, "source and left bank"],
      ["UZB", 3, "middle course and mouth"],
      ["TKM", 4, "lower course"],
      ["IRN", null, "counted with the Tejen"],
    ],
    damBasins: ["Amu Darya", "Panj (Amu Darya)"],
  },
  {
    id: "syr-darya",
    names: { EN: "Syr Darya", RU: "Сырдарья", KK: "Сырдария", KY: "Сырдарыя", TG: "Сирдарё", UZ: "Sirdaryo" },
    source: "CAWATER",
    riparians: [
      ["KGZ", 1, "source"],
      ["UZB", 2, "middle course, above and below Tajikistan"],
      ["TJK", 3, "middle course"],
      ["KAZ", 4, "lower course and mouth"],
      ["CHN", null, "a small part of the headwaters"],
    ],
    damBasins: ["Syr Darya", "Karaunkur"],
  },
  {
    id: "chu-talas",
    names: { EN: "Chu and Talas", RU: "Чу и Талас" },
    source: "UNECE_2007",
    riparians: [
      ["KGZ", 1, "source"],
      ["KAZ", 2, "lower course and end in the desert"],
    ],
    damBasins: ["Chu-Talas", "Chu", "Talas", "Ala-Archa", "Sokuluk", "Kara-Balta", "Kara-Bura"],
  },
  {
    id: "tejen-murgab",
    names: { EN: "Tejen and Murgab", RU: "Теджен и Мургаб", TK: "Tejen we Murgap" },
    source: "UNECE_2007",
    riparians: [
      ["AFG", 1, "source"],
      ["IRN", 2, "left bank of the Tejen"],
      ["TKM", 3, "lower course and end in the desert"],
    ],
    damBasins: ["Tedzhen", "Murghab", "Hari Rod (Tedzhen)"],
  },
  {
    id: "balkhash-alakol",
    names: { EN: "Balkhash and Alakol", RU: "Балхаш-Алакольский бассейн", KK: "Балқаш-Алакөл" },
    source: "UNECE_2007",
    riparians: [
      ["CHN", 1, "source of the Ili"],
      ["KAZ", 2, "lower course and lakes"],
    ],
    damBasins: ["Balkhash-Alakol"],
  },
  {
    id: "issyk-kul",
    names: { EN: "Issyk-Kul", RU: "Иссык-Куль", KY: "Ысык-Көл" },
    source: "NATURAL_EARTH",
    riparians: [["KGZ", 1, "the whole basin"]],
    damBasins: [],
  },
  {
    id: "ob",
    names: { EN: "Ob", RU: "Обь", KK: "Обь" },
    source: "NATURAL_EARTH",
    riparians: [
      ["CHN", 1, "source of the Irtysh"],
      ["KAZ", 2, "middle course of the Irtysh, source of the Ishim and the Tobol"],
      ["RUS", 3, "lower course and mouth"],
    ],
    damBasins: ["Ob"],
  },
  {
    id: "ural",
    names: { EN: "Ural", RU: "Урал", KK: "Жайық" },
    source: "NATURAL_EARTH",
    riparians: [
      ["RUS", 1, "source"],
      ["KAZ", 2, "lower course and mouth"],
    ],
    damBasins: [],
  },
  {
    id: "helmand",
    names: { EN: "Helmand", RU: "Гильменд" },
    source: "NATURAL_EARTH",
    riparians: [
      ["AFG", 1, "source"],
      ["IRN", 2, "end in the Sistan lakes"],
    ],
    damBasins: ["Helmand-Sistan"],
  },
  {
    id: "indus",
    names: { EN: "Indus", RU: "Инд" },
    source: "NATURAL_EARTH",
    riparians: [
      ["CHN", 1, "source"],
      ["IND", 2, "upper course"],
      ["PAK", 3, "middle and lower course, mouth"],
      ["AFG", null, "source of the Kabul, which joins in Pakistan"],
    ],
    damBasins: ["Indus"],
  },
  {
    id: "atrek",
    names: { EN: "Atrek", RU: "Атрек", TK: "Etrek" },
    source: "NATURAL_EARTH",
    riparians: [
      ["IRN", 1, "source"],
      ["TKM", 2, "right bank and mouth"],
    ],
    damBasins: ["Atrek"],
  },
];
