/**
 * GLIDE numbers of disasters, by the Asian Disaster Reduction Center: free with citation, no key.
 * https://glidenumber.net
 *
 * The number is made of the event, the number and the country; dates come in parts, and day or month can be 0.
 */
import { z } from "zod";
import { json } from "../../kit/source/json.ts";
import { type LiveDeps, liveReading } from "../../kit/source/live-reading.ts";
import { oneByOne } from "../../kit/source/one-by-one.ts";
import type { Source } from "../../kit/source/source.ts";
import type { HazardKind } from "../types/enums.ts";
import type { HazardKey } from "./gdacs.ts";
import { hazardKindOf } from "./hazard-kinds.ts";

export interface GlideRecord {
  /** Such as `FL-2024-000199-TJK`. */
  readonly glide: string;
  readonly kind: HazardKind;
  readonly from: string;
  readonly country: string;
  readonly location: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

const part = z.coerce.number().int();
const eventShape = z.object({
  event: z.string(),
  number: z.string(),
  geocode: z.string(),
  year: part,
  month: part,
  day: part,
  location: z.string().nullish(),
  latitude: z.coerce.number().nullish(),
  longitude: z.coerce.number().nullish(),
});
const answerShape = z.object({ glideset: z.array(eventShape) });

export function createGlide(deps: LiveDeps): Source<HazardKey, readonly GlideRecord[]> {
  return oneByOne(deps.upstream.id, async (key, signal) => {
    const { glideset } = await deps.upstream.get({
      path: "/jsonglideset.jsp",
      query: { level1: key.country, fromyear: key.from.slice(0, 4), toyear: key.to.slice(0, 4) },
      parse: json(answerShape),
      signal,
    });
    const data = glideset
      .map(toGlideRecord)
      .filter(({ country, from }) => country === key.country && from >= key.from && from <= key.to);
    return liveReading(deps, data);
  });
}

function toGlideRecord({ event, number, geocode, year, month, day, ...rest }: z.infer<typeof eventShape>): GlideRecord {
  const two = (value: number) => String(Math.max(1, value)).padStart(2, "0");
  return {
    glide: `${event}-${number}-${geocode}`,
    kind: hazardKindOf(event),
    from: `${year}-${two(month)}-${two(day)}`,
    country: geocode,
    location: rest.location || null,
    latitude: rest.latitude ?? null,
    longitude: rest.longitude ?? null,
  };
}
