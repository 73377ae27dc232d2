import { createRequire } from "node:module";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { normalizeCountryCode } from "../../kit/countries.ts";
import type { Place } from "./open-meteo.ts";

const require = createRequire(import.meta.url);

type Ring = readonly (readonly number[])[];

/** The outline of a country and the box around it, in degrees. */
export interface Outline {
  readonly country: string;
  readonly rings: readonly Ring[];
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

const kmPerDegree = 111.195;

/** Natural Earth at 1:50 million. Places that it gives no code to are left out. */
export function loadOutlines(): Outline[] {
  const atlas: Topology<{ countries: GeometryCollection }> = require("world-atlas/countries-50m.json");
  return feature(atlas, atlas.objects.countries).features.flatMap(({ id, geometry }) => {
    if (id === undefined || (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon")) return [];
    const rings: Ring[] = geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
    const [longitudes, latitudes] = [0, 1].map((axis) => rings.flatMap((ring) => ring.map((at) => at[axis] ?? 0)));
    return {
      country: normalizeCountryCode(String(id)),
      rings,
      west: least(longitudes),
      south: least(latitudes),
      east: most(longitudes),
      north: most(latitudes),
    };
  });
}

/**
 * Distance in km from a place to a country, 0 within it; null when it is more than `withinKm`. The earth is taken for
 * flat around the place, which over a hundred kilometres is less wrong than the outlines are.
 */
export function distanceKm(outline: Outline, place: Place, withinKm: number): number | null {
  const { latitude, longitude } = place;
  const kmEast = kmPerDegree * Math.cos((latitude * Math.PI) / 180);
  const [marginX, marginY] = [withinKm / kmEast, withinKm / kmPerDegree];
  if (longitude < outline.west - marginX || longitude > outline.east + marginX) return null;
  if (latitude < outline.south - marginY || latitude > outline.north + marginY) return null;
  let isWithin = false;
  let nearestSquared = Number.POSITIVE_INFINITY;
  for (const ring of outline.rings) {
    let [ax, ay] = [0, 0];
    for (const [i, [pointLongitude = 0, pointLatitude = 0]] of ring.entries()) {
      const [bx, by] = [(pointLongitude - longitude) * kmEast, (pointLatitude - latitude) * kmPerDegree];
      if (i > 0) {
        if (ay > 0 !== by > 0 && ax - (ay * (bx - ax)) / (by - ay) > 0) isWithin = !isWithin;
        nearestSquared = Math.min(nearestSquared, squaredToSegment(ax, ay, bx, by));
      }
      [ax, ay] = [bx, by];
    }
  }
  if (isWithin) return 0;
  const nearest = Math.sqrt(nearestSquared);
  return nearest <= withinKm ? nearest : null;
}

/** From the origin to the nearest point between a and b. */
function squaredToSegment(ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
  return (ax + share * dx) ** 2 + (ay + share * dy) ** 2;
}

function least(numbers: readonly number[] = []): number {
  return numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}

function most(numbers: readonly number[] = []): number {
  return numbers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
}
