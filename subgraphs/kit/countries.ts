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

const nameOf = iso.getNames("en", { select: "official" });
const known = new Map(
  Object.entries(iso.getAlpha3Codes()).map(([alpha3, alpha2]) => [alpha3, nameOf[alpha2] ?? alpha3]),
);

/** kz, KAZ, 398, "004" to the alpha-3 code. What it does not recognise comes back trimmed and in upper case. */
export function normalizeCountryCode(text: string): string {
  const code = text.trim().toUpperCase();
  if (/^\d{1,3}$/.test(code)) return iso.numericToAlpha3(code.padStart(3, "0")) ?? code;
  return iso.alpha2ToAlpha3(code) ?? code;
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

function suggestCountries(text: string): string[] {
  const byName = suggest(text, [...known.values()]);
  const named = [...known].filter(([, name]) => byName.includes(name)).map(([code]) => code);
  if (named.length > 0) return named;
  const near = suggest(text, [...known.keys()]);
  const ours = near.filter((code) => (region as readonly string[]).includes(code));
  return ours.length > 0 ? ours : near;
}
