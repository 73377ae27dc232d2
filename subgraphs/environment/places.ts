import { isInRegion, region } from "../kit/countries.ts";
import { GraphError } from "../kit/errors.ts";

export interface Place {
  readonly name: string;
  /** Decimal degrees, WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * A model gives figures of places, not of countries: the capital stands for its country, and the answer says so.
 * Its coordinates are the World Bank's.
 */
const capitals: Readonly<Record<string, Place>> = {
  KAZ: { name: "Astana", latitude: 51.1879, longitude: 71.4382 },
  KGZ: { name: "Bishkek", latitude: 42.8851, longitude: 74.6057 },
  TJK: { name: "Dushanbe", latitude: 38.5878, longitude: 68.7864 },
  TKM: { name: "Ashgabat", latitude: 37.9509, longitude: 58.3794 },
  UZB: { name: "Tashkent", latitude: 41.3052, longitude: 69.269 },
  AFG: { name: "Kabul", latitude: 34.5228, longitude: 69.1761 },
};

/** Undefined for a country outside the region. */
export function capitalOf(country: string): Place | undefined {
  return capitals[country];
}

/** @throws GraphError PLACE_NOT_COVERED for a country that is not one of the six */
export function requireCovered(country: string, what: string): string {
  if (isInRegion(country)) return country;
  throw new GraphError("PLACE_NOT_COVERED", `No ${what} of ${country}: this graph has them of ${region.join(", ")}.`, {
    suggestions: region,
  });
}

export interface RiverPoint extends Place {
  readonly river: string;
}

/** Where the flood model is read: places that lie on the river itself, one for each river whose mean flow is known. */
export const riverPoints: readonly RiverPoint[] = [
  { river: "syr-darya", name: "Kayrakkum dam", latitude: 40.2775, longitude: 69.8158 },
  { river: "amu-darya", name: "Friendship Bridge near Termez", latitude: 37.2286, longitude: 67.4269 },
];
