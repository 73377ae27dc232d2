import { createRequire } from "node:module";
import { neighbors } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { byText } from "../../kit/snapshot/publisher-file.ts";
import { codeOfM49 } from "./country-codes.ts";

const require = createRequire(import.meta.url);

type Atlas = Topology<{ countries: GeometryCollection }>;
type Outline = Atlas["objects"]["countries"]["geometries"][number];

/** Around the Caspian, which the atlas cuts out of the countries although it is no sea coast. */
const caspian = { west: 46, south: 36, east: 55.5, north: 48 };

export interface Outlines {
  /** Alpha-3 codes of the countries that share a stretch of land boundary, sorted. Empty for a place the atlas does not draw. */
  borders(code: string): readonly string[];
  /** Whether a country has no coast on the ocean; undefined for a place the atlas does not draw. */
  isLandlocked(code: string): boolean | undefined;
}

/** Natural Earth at 1:50 million. The outlines it gives no code to (disputed places) are left out. */
export function readOutlines(): Outlines {
  const atlas: Atlas = require("world-atlas/countries-50m.json");
  const shapes = atlas.objects.countries.geometries;
  const codes = shapes.map((shape) => (shape.id === undefined ? undefined : codeOfM49(String(shape.id))));
  const adjacent = neighbors(shapes);
  const uses = new Map<number, number>();
  for (const shape of shapes) for (const arc of arcsOf(shape)) uses.set(arc, (uses.get(arc) ?? 0) + 1);

  const borders = new Map<string, Set<string>>();
  const coastal = new Map<string, boolean>();
  shapes.forEach((shape, index) => {
    const code = codes[index];
    if (!code) return;
    const shared = borders.get(code) ?? new Set();
    for (const other of adjacent[index] ?? []) {
      const neighbour = codes[other];
      if (neighbour && neighbour !== code) shared.add(neighbour);
    }
    borders.set(code, shared);
    const coast = arcsOf(shape).some((arc) => uses.get(arc) === 1 && !liesInCaspian(atlas, arc));
    coastal.set(code, coast || coastal.get(code) === true);
  });

  return {
    borders: (code) => [...(borders.get(code) ?? [])].toSorted(byText),
    isLandlocked(code) {
      const coast = coastal.get(code);
      return coast === undefined ? undefined : !coast;
    },
  };
}

/** The arcs of an outline; a negative index in the topology means the same arc backwards. */
function arcsOf(shape: Outline): number[] {
  if (shape.type !== "Polygon" && shape.type !== "MultiPolygon") return [];
  const arcs = shape.arcs.flat(2) as number[];
  return arcs.map((arc) => (arc < 0 ? ~arc : arc));
}

function liesInCaspian(atlas: Atlas, arc: number): boolean {
  const { scale, translate } = atlas.transform ?? { scale: [1, 1], translate: [0, 0] };
  let x = 0;
  let y = 0;
  return (atlas.arcs[arc] ?? []).every(([dx = 0, dy = 0]) => {
    x += dx;
    y += dy;
    const longitude = x * scale[0] + translate[0];
    const latitude = y * scale[1] + translate[1];
    return (
      longitude >= caspian.west && longitude <= caspian.east && latitude >= caspian.south && latitude <= caspian.north
    );
  });
}
