import { breakdowns, type Dimensions } from "./unsd-headline.ts";

/** Plain words for the breakdowns a headline can keep; an unknown one stops the import, so that no code reaches a reader. */
const words: Readonly<Record<string, string>> = {
  "sex=female": "female",
  "location=rural": "rural areas",
  "location=urban": "urban areas",
  "type_of_product=whe": "wheat",
  "policy_instruments=policy_macro": "macro policy",
  "age=lt1m": "under 1 month of age",
  "age=m36t59": "ages 36 to 59 months",
};

/** What part of the whole a figure stands for, such as `female; ages 15 to 49`; empty for the whole. */
export function noteOf(dimensions: Dimensions): string {
  return breakdowns(dimensions)
    .toSorted(([a], [b]) => (a > b ? -1 : 1))
    .map(([dimension, code]) => wordsFor(dimension, code))
    .join("; ");
}

function wordsFor(dimension: string, code: string): string {
  const known = words[`${dimension}=${code}`];
  if (known) return known;
  const years = dimension === "age" ? code.match(/^(lt)?_?(\d+)(?:_(\d+))?y?$/) : null;
  if (!years) throw new Error(`No words for the breakdown ${dimension}=${code}`);
  const [, under, from, to] = years;
  if (under) return Number(from) === 1 ? "under 1 year of age" : `under ${from} years of age`;
  return to ? `ages ${from} to ${to}` : `ages ${from} and over`;
}
