import type { Provenance } from "../kit/graphql/values.ts";
import type { Atlas } from "./atlas.ts";
import type { Body, ReachRecord } from "./records.ts";

/** A country in a basin or on a river; its parts are figures of basins alone. */
export interface RiparianRecord extends ReachRecord {
  readonly provenance: Provenance;
}

export function riparians(atlas: Atlas, body: Body, id: string): RiparianRecord[] {
  return atlas
    .reachesOf(body, id)
    .map((reach) => ({ ...reach, provenance: atlas.provenanceOf("riparians", reach.source) }));
}

/** The ids of the basins or rivers that a country lies on. */
export function bodiesOf(atlas: Atlas, body: Body, ids: Iterable<string>, country: string): string[] {
  return [...ids].filter((id) => atlas.reachesOf(body, id).some((reach) => reach.country === country));
}
