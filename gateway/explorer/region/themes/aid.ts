import type { Control, ThemeEntry } from "../theme-entry.ts";

/** The days on which the flows of a year were read and kept; without a day, the publisher's newest table. */
const readings = [
  { year: "2020", asOf: "2020-10-12" },
  { year: "2020", asOf: "2021-03-12" },
  { year: "2020", asOf: undefined },
  { year: "2021", asOf: "2021-03-11" },
  { year: "2021", asOf: undefined },
  { year: "2022", asOf: "2022-02-28" },
  { year: "2022", asOf: undefined },
  { year: "2023", asOf: "2023-03-01" },
  { year: "2023", asOf: undefined },
  { year: "2024", asOf: undefined },
  { year: "2025", asOf: undefined },
] as const;

const asOf: Control = {
  kind: "slider",
  label: { en: "Year, as known on", ru: "Год, по состоянию на" },
  steps: [...readings].reverse().map(({ year, asOf: day }) => ({
    label: { en: `${year}, ${day ?? "newest table"}`, ru: `${year}, ${day ?? "новейшая таблица"}` },
    parameters: { year, ...(day && { asOf: day }) },
  })),
};

export const aid: ThemeEntry = {
  id: "aid",
  title: { en: "Aid to Afghanistan", ru: "Помощь Афганистану" },
  lead: {
    en: "What the appeals asked for and what was given, and how the same year looked earlier.",
    ru: "Сколько просили призывы и сколько дано, и как тот же год выглядел раньше.",
  },
  pictures: [
    { query: "appeals-by-year", parameters: { country: "AFG" } },
    { query: "funding-by-cluster", parameters: { country: "AFG" }, control: asOf },
  ],
};
