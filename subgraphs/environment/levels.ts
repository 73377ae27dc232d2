import { type Provenance, toValue, type Value } from "../kit/graphql/values.ts";
import { groupBy } from "../kit/group-by.ts";
import type { LevelRecord } from "./records.ts";

const unit = "m";

/** Each observation with its standard error. */
export function observedLevels(levels: readonly LevelRecord[], provenance: Provenance): Value[] {
  return levels.map(({ date, levelM, errorM }) =>
    toValue({
      value: levelM,
      period: date,
      unit,
      nature: "MEASURED",
      note: errorM === null ? null : `Standard error ${errorM} m`,
      provenance,
    }),
  );
}

/** The mean of the observations of each calendar year, to the millimetre that they have; a part of a year says so. */
export function annualLevels(levels: readonly LevelRecord[], provenance: Provenance): Value[] {
  const years = groupBy(levels, ({ date }) => date.slice(0, 4));
  return [...years].map(([year, observed]) => {
    const mean = observed.reduce((sum, { levelM }) => sum + levelM, 0) / observed.length;
    return toValue({
      value: Math.round(mean * 1000) / 1000,
      year: Number(year),
      unit,
      nature: "DERIVED",
      note: `Mean of ${observed.length} observations${partOf(observed)}`,
      provenance,
    });
  });
}

function partOf(observed: readonly LevelRecord[]): string {
  const [first = "", last = ""] = [observed[0]?.date, observed.at(-1)?.date];
  return first.slice(5, 7) === "01" && last.slice(5, 7) === "12" ? "" : `, ${first} to ${last} only`;
}
