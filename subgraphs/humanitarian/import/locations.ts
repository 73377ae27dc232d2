import { placeCodeOf } from "../country-names.ts";

/** The alpha-3 code of a place named in a flow. */
export function countryOf(name: string): string {
  const code = placeCodeOf(name);
  if (!code) throw new Error(`A place without a country code: ${name}`);
  return code;
}
