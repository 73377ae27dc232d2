import type { CommodityRecord } from "./records.ts";

/** Whether every word of the search occurs in the code or a name, in any case; no search takes everything. */
export function matches({ code, nameEn, nameRu }: CommodityRecord, search = ""): boolean {
  const text = `${code} ${nameEn} ${nameRu ?? ""}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
