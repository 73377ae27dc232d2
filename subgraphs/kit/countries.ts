import { createRequire } from "node:module";
import type { LocaleData } from "i18n-iso-countries";
import { GraphError } from "./errors.ts";
import { suggest } from "./suggest.ts";

// The package's main entry loads some seventy languages; its index loads the codes alone.
const require = createRequire(import.meta.url);
const iso: typeof import("i18n-iso-countries") = require("i18n-iso-countries/index.js");
const english: LocaleData = require("i18n-iso-countries/langs/en.json");
iso.registerLocale(english);

/** The six countries the graph is about. */
export const region = ["KAZ", "KGZ", "TJK", "TKM", "UZB", "AFG"] as const;

const officialNames = iso.getNames("en", { select: "official" });
/** Alpha-3 code to English name. */
const known = new Map(
  Object.entries(iso.getAlpha3Codes()).map(([alpha3, alpha2]) => [alpha3, officialNames[alpha2] ?? alpha3]),
);
/** Alpha-3 code to M49 number, three digits. */
export const countryNumbers: ReadonlyMap<string, string> = new Map(
  [...known.keys()].flatMap((code) => {
    const number = iso.alpha3ToNumeric(code);
    return number ? [[code, number] as const] : [];
  }),
);
/** English names in upper case, other usual ones among them, to the alpha-3 code. */
const codeOfName = new Map(
  Object.entries(iso.getNames("en", { select: "all" })).flatMap(([alpha2, names]) =>
    names.map((name) => [name.toUpperCase(), iso.alpha2ToAlpha3(alpha2) ?? alpha2]),
  ),
);

/** kz, KAZ, 398, "004" to the alpha-3 code. What it does not recognise comes back trimmed and in upper case. */
export function normalizeCountryCode(text: string): string {
  const code = text.trim().toUpperCase();
  if (/^\d{1,3}$/.test(code)) return iso.numericToAlpha3(code.padStart(3, "0")) ?? code;
  return iso.alpha2ToAlpha3(code) ?? code;
}

/** The alpha-3 code of a country by one of its English names in the ISO list; undefined for any other name. */
export function countryNamed(name: string): string | undefined {
  return iso.getAlpha3Code(name, "en");
}

export function isInRegion(code: string): boolean {
  return (region as readonly string[]).includes(code);
}

export function isCountry(code: string): boolean {
  return known.has(code);
}

/** The one place that decides whether a country exists. @throws GraphError UNKNOWN_COUNTRY, with the nearest match. */
export function requireCountry(code: string): string {
  if (known.has(code)) return code;
  const suggestions = suggestCountries(code);
  const nearest = suggestions.map((match) => `${match} (${known.get(match)})`).join(" or ");
  const wayOut = nearest ? `Did you mean ${nearest}?` : `The region is ${region.join(", ")}.`;
  throw new GraphError(
    "UNKNOWN_COUNTRY",
    `No country ${JSON.stringify(code)}. ${wayOut} Use ISO 3166-1 alpha-3, alpha-2 or M49.`,
    {
      suggestions: suggestions.length > 0 ? suggestions : [...region],
    },
  );
}

/** By name when a name was typed, else by code; of equally near codes those of the region. */
function suggestCountries(text: string): string[] {
  const named = suggest(text, codeOfName.keys()).map((name) => codeOfName.get(name) ?? name);
  if (named.length > 0) return [...new Set(named)];
  const begun = [...codeOfName].filter(([name]) => text.length >= 5 && name.startsWith(text.slice(0, 5)));
  if (begun.length > 0) return [...new Set(begun.map(([, code]) => code))];
  const near = suggest(text, known.keys());
  const ours = near.filter(isInRegion);
  return ours.length > 0 ? ours : near;
}
