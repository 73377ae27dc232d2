import type { Feature, MultiPolygon, Polygon, Position } from "geojson";

/** A country's outline (Natural Earth, 1:50 million, public domain); its id is the UN M49 number with leading zeros. */
export type Land = Feature<Polygon | MultiPolygon, { readonly name: string }>;

/** West, south, east, north in degrees. */
export type Box = readonly [number, number, number, number];

/** The parts of the outlines that reach into a box: a picture of one region does not carry the whole world. */
export function within(land: readonly Land[], box: Box): Land[] {
  return land.flatMap((country) => {
    const polygons = polygonsOf(country).filter((polygon) => overlap(boxOf(polygon[0] ?? []), box));
    return polygons.length === 0 ? [] : [{ ...country, geometry: { type: "MultiPolygon", coordinates: polygons } }];
  });
}

/** The box around the largest polygon of each country, so that far islands do not stretch it. */
export function boxAround(countries: readonly Land[]): Box {
  const corners = countries.map(mainBox).flatMap(([west, south, east, north]) => [
    [west, south],
    [east, north],
  ]);
  return boxOf(corners);
}

/** The box around a country's largest polygon. */
export function mainBox(country: Land): Box {
  const boxes = polygonsOf(country).map((polygon) => boxOf(polygon[0] ?? []));
  return boxes.sort((a, b) => areaOf(b) - areaOf(a))[0] ?? [0, 0, 0, 0];
}

export function boxOf(positions: readonly Position[]): Box {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [x = 0, y = 0] of positions) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
}

/** A box with room around it, at least a degree on each side. */
export function padded([west, south, east, north]: Box): Box {
  const pad = Math.max(1, 0.08 * Math.max(east - west, north - south));
  return [Math.max(-180, west - pad), Math.max(-80, south - pad), Math.min(180, east + pad), Math.min(84, north + pad)];
}

/** The corners of a box, to which a projection fits. */
export function cornersOf([west, south, east, north]: Box) {
  const coordinates = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
  return { type: "Feature", geometry: { type: "MultiPoint", coordinates }, properties: {} } as const;
}

export function polygonsOf({ geometry }: Land): Position[][][] {
  return geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
}

function overlap(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

function areaOf([west, south, east, north]: Box): number {
  return (east - west) * (north - south);
}
