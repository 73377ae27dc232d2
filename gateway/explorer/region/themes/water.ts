import type { Control, ThemeEntry } from "../theme-entry.ts";

const basins: Control = {
  kind: "choice",
  label: { en: "River", ru: "Река" },
  steps: [
    { label: { en: "Amu Darya", ru: "Амударья" }, parameters: { basin: "amu-darya" } },
    { label: { en: "Syr Darya", ru: "Сырдарья" }, parameters: { basin: "syr-darya" } },
  ],
};

export const water: ThemeEntry = {
  id: "water",
  title: { en: "Shared water", ru: "Общая вода" },
  lead: {
    en: "Two rivers, two seas and six countries that drink from them.",
    ru: "Две реки, два моря и шесть стран, которые живут у этой воды.",
  },
  pictures: [
    { query: "lake-area", parameters: { lake: "aral-sea" } },
    { query: "lake-levels", parameters: { lake: "caspian-sea" } },
    { query: "basin-riparians", control: basins },
    { query: "river-dams", control: basins },
    { query: "water-stress" },
  ],
};
