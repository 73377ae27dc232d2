import { isInRegion } from "../../kit/countries.ts";
import type { Missing } from "../../kit/graphql/enums.ts";
import { toProvenance } from "../../kit/graphql/values.ts";
import { missingOf } from "../../kit/source/missing.ts";
import type { Reading } from "../../kit/source/source.ts";
import { load } from "../funding/readings.ts";
import type { Context } from "../loaders.ts";
import type { RiskRecord } from "../records/people.ts";
import type { RiskIndex } from "../types/people.ts";

/**
 * The risk index of a country over the years, the newest first; null where it is not in hand. The newest index of the
 * service stands beside the shipped one of the same year: it alone has a class and a rank.
 */
export async function riskOf(loaders: Context["loaders"], country: string): Promise<RiskIndex[] | null> {
  const inRegion = isInRegion(country);
  const [shipped, current] = await Promise.all([
    load(loaders.risk.load(country)),
    inRegion ? loaders.currentRisk.load(country).catch(missingOf) : undefined,
  ]);
  const failure = typeof current === "string" ? current : null;
  const ofService = typeof current === "object" ? indices(current, () => "NOT_REPORTED") : [];
  const newest = Math.max(...shipped.data.map(({ year }) => year));
  const ofTable = indices(shipped, ({ year }) => (year === newest && failure ? failure : "NOT_COVERED"));
  const all = [...ofService, ...ofTable].toSorted((a, b) => b.year - a.year);
  return all.length > 0 ? all : null;
}

function indices(
  { data, ...read }: Reading<readonly RiskRecord[]>,
  whyUnranked: (record: RiskRecord) => Missing,
): RiskIndex[] {
  const provenance = toProvenance(read);
  return data.map((record) => {
    const { year, overall, hazard, vulnerability, copingCapacity, riskClass, rank } = record;
    const missing = riskClass === null || rank === null ? whyUnranked(record) : null;
    return { year, overall, hazard, vulnerability, copingCapacity, riskClass, rank, missing, provenance };
  });
}
