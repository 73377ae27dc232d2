import { toProvenance, toValue, type Value } from "../kit/graphql/values.ts";
import type { Observations } from "./indicator-series.ts";

const stressUnit = "% of available freshwater";

/** Water stress computed anew from its parts, for the years that have all three. */
export function deriveStress(
  withdrawal: Observations | undefined,
  renewable: Observations | undefined,
  environmentalFlow: Observations | undefined,
): Value[] {
  if (!withdrawal || !renewable || !environmentalFlow) return [];
  const provenance = toProvenance(withdrawal);
  return withdrawal.data.flatMap(({ year, value: taken }) => {
    const [has, leaves] = [valueIn(renewable, year), valueIn(environmentalFlow, year)];
    if (taken === null || has === null || leaves === null) return [];
    const note = "Freshwater withdrawal / (renewable water - environmental flow) x 100";
    return [
      toValue({ year, value: (taken / (has - leaves)) * 100, unit: stressUnit, nature: "DERIVED", note, provenance }),
    ];
  });
}

function valueIn({ data }: Observations, year: number): number | null {
  return data.find((observation) => observation.year === year)?.value ?? null;
}
