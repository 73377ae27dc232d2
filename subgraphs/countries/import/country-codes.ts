import { createRequire } from "node:module";
import type { LocaleData } from "i18n-iso-countries";
import { isInRegion } from "../../kit/countries.ts";

// The package's main entry loads some seventy languages; its index loads the codes alone.
const require = createRequire(import.meta.url);
const iso: typeof import("i18n-iso-countries") = require("i18n-iso-countries/index.js");

export interface CountryCodes {
  /** ISO 3166-1 alpha-3. */
  readonly code: string;
  readonly alpha2: string;
  /** Empty for Kosovo, whose codes are user-assigned and which M49 does not list. */
  readonly m49: string;
}

const userAssigned = new Set(["XKK"]);

/** Every country there is a code for, sorted by code. */
export const countryCodes: readonly CountryCodes[] = Object.entries(iso.getAlpha3Codes())
  .map(([code, alpha2]) => ({ code, alpha2, m49: userAssigned.has(code) ? "" : (iso.alpha3ToNumeric(code) ?? "") }))
  .toSorted((a, b) => (a.code < b.code ? -1 : 1));

export function codeOfM49(m49: string): string | undefined {
  return iso.numericToAlpha3(m49);
}

export type Scope = "REGION" | "PARTNERS" | "ALL";

/** @param known countries of the reference file: the six, their neighbours and main partners */
export function scopeOf(code: string, known: ReadonlySet<string>): Scope {
  if (isInRegion(code)) return "REGION";
  return known.has(code) ? "PARTNERS" : "ALL";
}

/** Alpha-2 code to the name in one language, as the package prints it. */
export function isoNames(language: string): Readonly<Record<string, string>> {
  const locale: LocaleData = require(`i18n-iso-countries/langs/${language}.json`);
  iso.registerLocale(locale);
  return iso.getNames(language, { select: "official" });
}
