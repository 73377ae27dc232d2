import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import atlasUrl from "world-atlas/countries-50m.json?url";
import type { Land } from "../../../published/drawing/outlines.ts";

let loading: Promise<readonly Land[]> | undefined;

/** The outlines of all countries, loaded once. */
export function loadLand(): Promise<readonly Land[]> {
  loading ??= fetchLand().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function fetchLand(): Promise<readonly Land[]> {
  const response = await fetch(atlasUrl);
  const atlas = (await response.json()) as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  return (feature(atlas, atlas.objects.countries) as FeatureCollection<Polygon | MultiPolygon, { name: string }>)
    .features;
}
