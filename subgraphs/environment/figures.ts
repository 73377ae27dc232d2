import type { Nature } from "../kit/graphql/enums.ts";
import { toValue, type Value } from "../kit/graphql/values.ts";
import type { Figure } from "./atlas.ts";

/** Unit and nature of the figures that belong to no year, by what they measure. */
const measures: Readonly<Record<string, { readonly unit: string; readonly nature: Nature }>> = {
  lengthKm: { unit: "km", nature: "REPORTED" },
  areaKm2: { unit: "km2", nature: "REPORTED" },
  volumeKm3: { unit: "km3", nature: "REPORTED" },
  basinAreaKm2: { unit: "km2", nature: "REPORTED" },
  meanFlowKm3: { unit: "km3 per year", nature: "ESTIMATED" },
  originFlowKm3: { unit: "km3 per year", nature: "ESTIMATED" },
  powerMw: { unit: "MW", nature: "REPORTED" },
  allocationKm3: { unit: "km3 per year", nature: "REPORTED" },
};

export function toFigureValue({ measure, value, note, vintage, provenance }: Figure): Value {
  const kind = measures[measure];
  if (!kind) throw new Error(`No unit for figures of ${measure}`);
  return toValue({ value, note, ...kind, provenance, period: knownBy(vintage ?? provenance.retrievedAt.slice(0, 4)) });
}

/** A figure without a period of its own is known by the year of its publication: in ISO 8601-2 an open beginning. */
function knownBy(year: string): string {
  return `../${year}`;
}
