import type { PictureEntry } from "../theme-entry.ts";

/** The pictures of one country's page; those without a figure for it are left out. @param code alpha-3 */
export function picturesOf(code: string): readonly PictureEntry[] {
  return [
    { query: "population", parameters: { countries: code } },
    { query: "indicator", parameters: { countries: code, id: "NY.GDP.PCAP.CD" } },
    { query: "water-stress", parameters: { countries: code } },
    { query: "dams", parameters: { country: code } },
    {
      query: "top-partners",
      parameters: { country: code, flow: "EXPORT", year: "2019" },
      heading: { en: "Exports, 2019", ru: "Экспорт, 2019" },
    },
    {
      query: "top-partners",
      parameters: { country: code, flow: "IMPORT", year: "2019" },
      heading: { en: "Imports, 2019", ru: "Импорт, 2019" },
    },
    { query: "appeals-by-year", parameters: { country: code } },
  ];
}
