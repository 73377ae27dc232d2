import { smallRivers } from "./small-rivers.ts";
import type { RiverReference } from "./types.ts";

const largeRivers: readonly RiverReference[] = [
  {
    id: "amu-darya",
    names: { EN: "Amu Darya", RU: "Амударья", TG: "Амударё", TK: "Amyderýa", UZ: "Amudaryo", FA: "آمودریا" },
    aliases: ["Amudarya", "Oxus"],
    basin: "amu-darya",
    source: "CAWATER",
    riparians: [
      ["KGZ", 1, "source of the Vakhsh"],
      ["TJK", 2, "right bank of the Panj"],
      ["AFG", 2, "left bank of the Panj"],
      ["UZB", 3, "right bank"],
      ["AFG", 3, "left bank"],
      ["TKM", 4, "lower course"],
      ["UZB", 5, "mouth"],
    ],
  },
  {
    id: "panj",
    names: { EN: "Panj", RU: "Пяндж", TG: "Панҷ" },
    aliases: ["Pyandzh", "Pyanj"],
    basin: "amu-darya",
    source: "UNECE_2007",
    riparians: [
      ["TJK", 1, "source and right bank"],
      ["AFG", 1, "source and left bank"],
    ],
  },
  {
    id: "vakhsh",
    names: { EN: "Vakhsh", RU: "Вахш", TG: "Вахш" },
    aliases: ["Vaksh", "Kyzyl-Suu"],
    basin: "amu-darya",
    source: "UNECE_2007",
    riparians: [
      ["KGZ", 1, "source, as the Kyzyl-Suu"],
      ["TJK", 2, "lower course and mouth"],
    ],
  },
  {
    id: "kafirnigan",
    names: { EN: "Kafirnigan", RU: "Кафирниган", TG: "Кофарниҳон" },
    basin: "amu-darya",
    source: "UNECE_2007",
    riparians: [
      ["TJK", 1, "source"],
      ["UZB", 2, "right bank at the mouth"],
    ],
  },
  {
    id: "surkhandarya",
    names: { EN: "Surkhandarya", RU: "Сурхандарья", UZ: "Surxondaryo" },
    basin: "amu-darya",
    source: "UNECE_2007",
    riparians: [
      ["TJK", 1, "a part of the headwaters"],
      ["UZB", 2, "course and mouth"],
    ],
  },
  {
    id: "kunduz",
    names: { EN: "Kunduz", RU: "Кундуз" },
    basin: "amu-darya",
    source: "CAWATER",
    riparians: [["AFG", 1, "the whole course"]],
  },
  {
    id: "gunt",
    names: { EN: "Gunt", RU: "Гунт", TG: "Ғунд" },
    basin: "amu-darya",
    source: "NATURAL_EARTH",
    riparians: [["TJK", 1, "the whole course"]],
  },
  {
    id: "zarafshan",
    names: { EN: "Zarafshan", RU: "Зеравшан", TG: "Зарафшон", UZ: "Zarafshon" },
    aliases: ["Zeravshan", "Zeravhsan"],
    basin: "amu-darya",
    source: "UNECE_2007",
    riparians: [
      ["TJK", 1, "source"],
      ["UZB", 2, "lower course and end in the desert"],
    ],
  },
  {
    id: "kashkadarya",
    names: { EN: "Kashkadarya", RU: "Кашкадарья", UZ: "Qashqadaryo" },
    basin: "amu-darya",
    source: "CAWATER",
    riparians: [["UZB", 1, "the whole course"]],
  },
  {
    id: "tejen",
    names: { EN: "Tejen", RU: "Теджен", TK: "Tejen" },
    aliases: ["Tedzhen", "Hari Rud", "Harirud", "Hari Rod (Tedzhen)"],
    basin: "tejen-murgab",
    source: "UNECE_2007",
    riparians: [
      ["AFG", 1, "source, as the Hari Rud"],
      ["IRN", 2, "left bank"],
      ["TKM", 3, "lower course and end in the desert"],
    ],
  },
  {
    id: "murgab",
    names: { EN: "Murgab", RU: "Мургаб", TK: "Murgap" },
    aliases: ["Murghab"],
    basin: "tejen-murgab",
    source: "UNECE_2007",
    riparians: [
      ["AFG", 1, "source"],
      ["TKM", 2, "lower course and end in the desert"],
    ],
  },
  {
    id: "syr-darya",
    names: { EN: "Syr Darya", RU: "Сырдарья", KK: "Сырдария", KY: "Сырдарыя", TG: "Сирдарё", UZ: "Sirdaryo" },
    aliases: ["Syrdarya"],
    basin: "syr-darya",
    source: "CAWATER",
    riparians: [
      ["KGZ", 1, "source, as the Naryn and the Kara Darya"],
      ["UZB", 2, "middle course"],
      ["TJK", 3, "middle course"],
      ["UZB", 4, "middle course"],
      ["KAZ", 5, "lower course and mouth"],
    ],
  },
  {
    id: "naryn",
    names: { EN: "Naryn", RU: "Нарын", KY: "Нарын", UZ: "Norin" },
    basin: "syr-darya",
    source: "UNECE_2007",
    riparians: [
      ["KGZ", 1, "source"],
      ["UZB", 2, "mouth"],
    ],
  },
  {
    id: "kara-darya",
    names: { EN: "Kara Darya", RU: "Карадарья", KY: "Кара-Дарыя", UZ: "Qoradaryo" },
    aliases: ["Karadarya"],
    basin: "syr-darya",
    source: "UNECE_2007",
    riparians: [
      ["KGZ", 1, "source"],
      ["UZB", 2, "lower course and mouth"],
    ],
  },
  {
    id: "chirchik",
    names: { EN: "Chirchik", RU: "Чирчик", UZ: "Chirchiq" },
    aliases: ["Chirchiq"],
    basin: "syr-darya",
    source: "UNECE_2007",
    riparians: [
      ["KAZ", 1, "source of the Pskem and the Ugam in part"],
      ["KGZ", 1, "source of the Chatkal"],
      ["UZB", 2, "course and mouth"],
    ],
  },
  {
    id: "chatkal",
    names: { EN: "Chatkal", RU: "Чаткал", KY: "Чаткал", UZ: "Chotqol" },
    basin: "syr-darya",
    source: "UNECE_2007",
    riparians: [
      ["KGZ", 1, "source"],
      ["UZB", 2, "mouth"],
    ],
  },
  {
    id: "chu",
    names: { EN: "Chu", RU: "Чу", KK: "Шу", KY: "Чүй" },
    aliases: ["Shu"],
    basin: "chu-talas",
    source: "UNECE_2007",
    riparians: [
      ["KGZ", 1, "source"],
      ["KAZ", 2, "lower course and end in the desert"],
    ],
  },
  {
    id: "talas",
    names: { EN: "Talas", RU: "Талас", KK: "Талас", KY: "Талас" },
    basin: "chu-talas",
    source: "UNECE_2007",
    riparians: [
      ["KGZ", 1, "source"],
      ["KAZ", 2, "lower course and end in the desert"],
    ],
  },
  {
    id: "ili",
    names: { EN: "Ili", RU: "Или", KK: "Іле" },
    aliases: ["Ile"],
    basin: "balkhash-alakol",
    source: "UNECE_2007",
    riparians: [
      ["CHN", 1, "upper course"],
      ["KAZ", 2, "lower course and mouth"],
    ],
  },
  {
    id: "irtysh",
    names: { EN: "Irtysh", RU: "Иртыш", KK: "Ертіс" },
    aliases: ["Ertis", "Ertix"],
    basin: "ob",
    source: "NATURAL_EARTH",
    riparians: [
      ["CHN", 1, "source"],
      ["KAZ", 2, "middle course"],
      ["RUS", 3, "lower course and mouth"],
    ],
  },
  {
    id: "helmand",
    names: { EN: "Helmand", RU: "Гильменд" },
    aliases: ["Upper Helmand"],
    basin: "helmand",
    source: "NATURAL_EARTH",
    riparians: [
      ["AFG", 1, "source"],
      ["IRN", 2, "end in the Sistan lakes"],
    ],
  },
];

export const rivers: readonly RiverReference[] = [...largeRivers, ...smallRivers];
