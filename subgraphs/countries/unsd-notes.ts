import { breakdowns, type Dimensions } from "./unsd-headline.ts";

/** Plain words for the breakdowns a headline can keep. */
const words: Readonly<Record<string, string>> = {
  "sex=female": "female",
  "location=rural": "rural areas",
  "location=urban": "urban areas",
  "type_of_product=whe": "wheat",
  "policy_instruments=policy_macro": "macro policy",
  "age=lt1m": "under 1 month of age",
  "age=m36t59": "ages 36 to 59 months",
  "occupation=isco08_221": "medical doctors",
};

/**
 * What part of the whole a figure stands for, such as `female; ages 15 to 49`; empty for the whole.
 *
 * @throws on a breakdown without words, so that no code reaches a reader
 */
export function noteOf(dimensions: Dimensions): string {
  return breakdowns(dimensions)
    .toSorted(([a], [b]) => (a > b ? -1 : 1))
    .map(([dimension, code]) => {
      const known = wordsFor(dimension, code);
      if (known === undefined) throw new Error(`No words for the breakdown ${dimension}=${code}`);
      return known;
    })
    .join("; ");
}

/** Whether a reader can be told what part of the whole it is. */
export function hasWords(dimensions: Dimensions): boolean {
  return breakdowns(dimensions).every(([dimension, code]) => wordsFor(dimension, code) !== undefined);
}

function wordsFor(dimension: string, code: string): string | undefined {
  const known = words[`${dimension}=${code}`];
  if (known) return known;
  const years = dimension === "age" ? code.match(/^(lt)?_?(\d+)(?:_(\d+))?y?$/) : null;
  if (!years) return undefined;
  const [, under, from, to] = years;
  if (under) return Number(from) === 1 ? "under 1 year of age" : `under ${from} years of age`;
  return to ? `ages ${from} to ${to}` : `ages ${from} and over`;
}
