import { countryNamed } from "../kit/countries.ts";

/** Names of the Financial Tracking Service that the ISO list spells otherwise; "Global" is a place of its own there. */
const spelled: Readonly<Record<string, string>> = {
  "Bolivia, Plurinational State of": "BOL",
  "Congo, The Democratic Republic of the": "COD",
  "Iran, Islamic Republic of": "IRN",
  "Korea, Democratic People's Republic of": "PRK",
  "Tanzania, United Republic of": "TZA",
  "Venezuela, Bolivarian Republic of": "VEN",
  "occupied Palestinian territory": "PSE",
  Global: "GLOBAL",
};

/** The alpha-3 code of a place named in a flow; undefined for one that is no country of the list. */
export function placeCodeOf(name: string): string | undefined {
  return spelled[name] ?? countryNamed(name);
}
