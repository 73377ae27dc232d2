import { toProvenance } from "../../kit/graphql/values.ts";
import { load } from "../funding/readings.ts";
import type { Context } from "../loaders.ts";
import type { RiskIndex } from "../types/people.ts";

/** The risk index of a country over the years, the newest first; null where it is not in hand. */
export async function riskOf(loaders: Context["loaders"], country: string): Promise<RiskIndex[] | null> {
  const { data, ...read } = await load(loaders.risk.load(country));
  if (data.length === 0) return null;
  const provenance = toProvenance(read);
  return data
    .toSorted((a, b) => b.year - a.year)
    .map(({ year, overall, hazard, vulnerability, copingCapacity }) => ({
      year,
      overall,
      hazard,
      vulnerability,
      copingCapacity,
      riskClass: null,
      rank: null,
      provenance,
    }));
}
