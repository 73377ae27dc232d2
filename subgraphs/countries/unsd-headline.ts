/** Dimension to the publisher's code, such as `sex` to `female`. An observation without a dimension is the total over it. */
export type Dimensions = ReadonlyMap<string, string>;

/** Codes that stand for the whole of their dimension. `b50` is the line of half the median income, which defines its series. */
const totals = new Set(["bothsex", "allarea", "allage", "notspec", "t", "anys", "total", "alldomains", "all", "b50"]);

export function parseDimensions(text: string): Dimensions {
  const pairs = text.split(";").filter((pair) => pair !== "");
  return new Map(pairs.map((pair) => pair.split("=") as [string, string]));
}

/** The dimensions that are not the total, in the order of the publisher's file. */
export function breakdowns(dimensions: Dimensions): readonly (readonly [string, string])[] {
  return [...dimensions].filter(([, code]) => !totals.has(code));
}

/**
 * Picks the headline among the observations of one series, so that each country and year has at most one:
 * a breakdown counts only where it is the only one its series knows (maternal mortality is of women alone), or an age,
 * of which the widest counts. What is left undecided is left out.
 */
export function pickHeadlines<T extends { readonly key: string; readonly dimensions: Dimensions }>(
  observations: readonly T[],
): readonly T[] {
  const isHeadline = ([dimension, code]: readonly [string, string]) =>
    dimension === "age" || observations.every(({ dimensions }) => dimensions.get(dimension) === code);
  const byKey = new Map<string, T[]>();
  for (const observation of observations) {
    if (observation.dimensions.has("cities")) continue;
    if (!breakdowns(observation.dimensions).every(isHeadline)) continue;
    const group = byKey.get(observation.key) ?? [];
    byKey.set(observation.key, [...group, observation]);
  }
  return [...byKey.values()].flatMap(mostTotal);
}

function mostTotal<T extends { readonly dimensions: Dimensions }>(group: readonly T[]): readonly T[] {
  const fewest = Math.min(...group.map(({ dimensions }) => breakdowns(dimensions).length));
  const plain = group.filter(({ dimensions }) => breakdowns(dimensions).length === fewest);
  const widest = Math.max(...plain.map(({ dimensions }) => ageWidth(dimensions.get("age"))));
  const left = plain.filter(({ dimensions }) => ageWidth(dimensions.get("age")) === widest);
  return left.length === 1 ? left : [];
}

/** Years of age that a code spans; an open end reaches to 120. */
function ageWidth(code: string | undefined): number {
  if (code === undefined || totals.has(code)) return Number.POSITIVE_INFINITY;
  const [from, to] = (code.match(/\d+/g) ?? []).map(Number);
  if (from === undefined) return 0;
  if (to !== undefined) return to - from;
  return code.startsWith("lt") ? from : 120 - from;
}
