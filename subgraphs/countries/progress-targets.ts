/** Where an SDG indicator should stand in 2030, by the text of its target. National adaptations differ. */
export type ProgressTarget =
  | { readonly kind: "level"; readonly value: number; readonly note: string }
  /** A part of what it was in the baseline year. */
  | { readonly kind: "fraction"; readonly fraction: number; readonly note: string };

const level = (value: number, note: string): ProgressTarget => ({ kind: "level", value, note });
const fraction = (part: number, note: string): ProgressTarget => ({ kind: "fraction", fraction: part, note });

const everyone = level(100, "universal by 2030");
const nobody = level(0, "ended by 2030");

/** By SDG indicator code. An indicator that is not here has no number in the text of its target. */
const targets: ReadonlyMap<string, ProgressTarget> = new Map([
  ["1.1.1", level(0, "ended by 2030; the World Bank's own goal is 3 %")],
  ["1.2.1", fraction(0.5, "halved between the baseline and 2030")],
  ["1.3.1", everyone],
  ["1.4.1", everyone],
  ["2.1.1", nobody],
  ["2.1.2", nobody],
  ["2.2.1", nobody],
  ["2.2.2", nobody],
  ["3.1.1", level(70, "below 70 per 100,000 live births; the target is global")],
  ["3.2.1", level(25, "at most 25 per 1,000 live births")],
  ["3.2.2", level(12, "at most 12 per 1,000 live births")],
  ["3.3.2", fraction(0.2, "down by 80 % from the baseline")],
  ["3.6.1", fraction(0.5, "halved from the baseline")],
  ["3.8.1", everyone],
  ["4.1.2", everyone],
  ["4.2.2", everyone],
  ["5.3.1", nobody],
  ["5.5.1", level(50, "equal shares of women and men")],
  ["6.1.1", everyone],
  ["6.2.1", everyone],
  ["7.1.1", everyone],
  ["7.1.2", everyone],
  ["8.10.2", everyone],
  ["16.9.1", everyone],
  ["17.8.1", everyone],
]);

/** The rate of growth that target 8.1 names is for least developed countries only. */
const leastDevelopedOnly: ReadonlyMap<string, ProgressTarget> = new Map([
  ["8.1.1", level(7, "at least 7 % a year in the least developed countries")],
]);

export function targetOf(sdgIndicator: string, isLeastDeveloped: boolean): ProgressTarget | undefined {
  return targets.get(sdgIndicator) ?? (isLeastDeveloped ? leastDevelopedOnly.get(sdgIndicator) : undefined);
}
