import type { CatalogueIndicator } from "./records.ts";

/** Whether every word of the search occurs in the id or a title, in any case; no search takes everything. */
export function matches({ id, title, titleRu = "" }: CatalogueIndicator, search = ""): boolean {
  const text = `${id} ${title} ${titleRu}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
