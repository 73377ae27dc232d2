/** Whether every word of the search occurs in the text, in any case; no search takes everything. */
export function matchesSearch(text: string, search = ""): boolean {
  const lower = text.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word));
}
