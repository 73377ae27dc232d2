import type { Reading, Source } from "../../kit/source/source.ts";
import type { Atlas, Figure } from "../atlas.ts";
import type { Body } from "../records.ts";

/** A figure that comes alone: a country's part in a basin, or the power at a dam. */
export interface PartKey {
  readonly body: Body;
  readonly id: string;
  readonly measure: string;
  readonly country: string | null;
}

/** The single figures of the atlas, each as the reading of its own source, so that an answer can cite it. */
export function createAtlasParts(atlas: () => Promise<Atlas>): Source<PartKey, Figure> {
  return {
    id: "UNESCO_PCCP_2003",
    async fetch(keys) {
      const { figuresOf } = await atlas();
      const readings = new Map<PartKey, Reading<Figure>>();
      for (const key of keys) {
        const data = figuresOf(key.body, key.id, key.measure).find(({ country }) => country === key.country);
        if (data) readings.set(key, { data, ...data.provenance, source: data.source });
      }
      return readings;
    },
  };
}

export function partKey({ body, id, measure, country }: PartKey): string {
  return `${body} ${id} ${measure} ${country}`;
}
