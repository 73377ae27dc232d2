import { normalizeCountryCode } from "../../kit/countries.ts";

/**
 * Where Comtrade's area numbers are not those of M49. Several numbers of one country belong to different years:
 * the first one is today's.
 */
const ownNumbers: Readonly<Record<string, readonly number[]>> = {
  USA: [842, 841],
  IND: [699, 356],
  FRA: [251],
  NOR: [579],
  CHE: [757],
  ITA: [380, 381],
  TWN: [490],
  EU27: [97],
  WLD: [0],
};

const codeOfNumber = new Map(
  Object.entries(ownNumbers).flatMap(([code, numbers]) => numbers.map((number) => [number, code])),
);

/** The graph's code of an area; `COMTRADE:<number>` for what is no country, such as areas not elsewhere specified. */
export function areaCodeOf(number: number): string {
  const own = codeOfNumber.get(number);
  if (own) return own;
  const code = normalizeCountryCode(String(number));
  return /^[A-Z]{3}$/.test(code) ? code : `COMTRADE:${number}`;
}

/** Every number that Comtrade has had for an area. @param m49 its number there, where Comtrade has no other */
export function areaNumbersOf(code: string, m49: number | undefined): readonly number[] {
  return ownNumbers[code] ?? (m49 === undefined ? [] : [m49]);
}
