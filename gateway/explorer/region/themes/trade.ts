import type { ThemeEntry } from "../theme-entry.ts";

const firstYear = 2000;
const lastYear = 2020;
const years = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => String(lastYear - i));

export const trade: ThemeEntry = {
  id: "trade",
  title: { en: "Trade, told by both sides", ru: "Торговля глазами обеих сторон" },
  lead: {
    en: "One country's export is another's import. The two figures seldom agree.",
    ru: "Экспорт одной страны есть импорт другой. Эти две цифры редко совпадают.",
  },
  pictures: [
    {
      query: "mirror-gaps",
      control: {
        kind: "slider",
        label: { en: "Year", ru: "Год" },
        steps: years.map((year) => ({ label: { en: year, ru: year }, parameters: { year } })),
      },
    },
    { query: "mirror-trade", parameters: { exporter: "CHN", importer: "KGZ" } },
  ],
};
