import type { Language } from "./language.tsx";

/** A number as people write it in the language, with all the digits that were given. */
export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 10 }).format(value);
}
