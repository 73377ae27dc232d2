/** Units whose figures need no multiplier, by the platforms' codes, in words. */
const words: Readonly<Record<string, string>> = {
  PT: "%",
  PERCENT: "%",
  IX: "index",
  INDEX: "index",
  RO: "ratio",
  M_M3_PER_YR: "million m³ per year",
  PER_100_POP: "per 100 people",
  PER_1000_POP: "per 1,000 people",
  PER_10000_POP: "per 10,000 people",
  PER_100000_POP: "per 100,000 people",
  PER_1000000_POP: "per 1,000,000 people",
  PER_1000_UNINFECTED_POP: "per 1,000 uninfected people",
  PER_100_LIVE_BIRTHS: "per 100 live births",
  PER_1000_LIVE_BIRTHS: "per 1,000 live births",
  PER_100000_LIVE_BIRTHS: "per 100,000 live births",
  PER_1000_employees: "per 1,000 employees",
  PER_100000_WKRS_EMP: "per 100,000 employees",
};

/**
 * What one unit of a national series is; undefined for amounts and counts, which the extracts give without the
 * platform's multiplier.
 *
 * @param global unit of the UN's series of the same definition, which says more where it is of the same kind
 */
export function nationalUnit(code: string, global: string | undefined): string | undefined {
  const unit = words[code];
  return unit !== undefined && global !== undefined && isSameKind(unit, global) ? global : unit;
}

/** Whether two units differ only in saying of what they are: `%` and `% of population`. */
export function isSameKind(national: string, global: string): boolean {
  if (national === "%") return global.startsWith("%");
  return global === national || global.endsWith(` ${national}`);
}

/** A share lies between 0 and 100; a change from year to year may fall below. */
export function isPossible(unit: string, value: number): boolean {
  if (!unit.startsWith("%")) return true;
  return value <= 100 && value >= (unit === "% per year" ? -100 : 0);
}
