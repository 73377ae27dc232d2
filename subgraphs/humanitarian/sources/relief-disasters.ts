/** Disasters on ReliefWeb, which calls one that goes on "current" too. */
import { z } from "zod";
import type { LiveDeps } from "../../kit/source/live-reading.ts";
import type { Source } from "../../kit/source/source.ts";
import type { ReliefDisasterRecord } from "../records/relief-disaster.ts";
import { createReliefWeb } from "./relief-web.ts";

const fields = [
  "name",
  "glide",
  "status",
  "primary_type.name",
  "date.event",
  "date.created",
  "url",
  "url_alias",
  "country.iso3",
];

const disaster = z.object({
  id: z.coerce.string(),
  fields: z.object({
    name: z.string(),
    glide: z.string().optional(),
    status: z.string().optional(),
    primary_type: z.object({ name: z.string().optional() }).optional(),
    date: z.object({ event: z.string().optional(), created: z.string().optional() }).optional(),
    url: z.string().optional(),
    url_alias: z.string().optional(),
    country: z.array(z.object({ iso3: z.string().optional() })).optional(),
  }),
});

/** The newest disasters by alpha-3 code of a country that they touch. */
export function createReliefDisasters(deps: LiveDeps): Source<string, readonly ReliefDisasterRecord[]> {
  const list = { path: "/disasters", country: "country.iso3", date: "date.event", fields, item: disaster };
  return createReliefWeb(deps, list, toDisaster);
}

function toDisaster({ id, fields: told }: z.infer<typeof disaster>): ReliefDisasterRecord {
  return {
    id,
    name: told.name,
    glide: told.glide || null,
    status: (told.status === "current" ? "ongoing" : told.status) ?? null,
    type: told.primary_type?.name ?? null,
    url: told.url_alias ?? told.url ?? null,
    date: (told.date?.event ?? told.date?.created)?.slice(0, 10) ?? null,
    countries: (told.country ?? []).flatMap(({ iso3 }) => iso3?.toUpperCase() ?? []),
  };
}
