/**
 * ReliefWeb API v2, disasters: an approved application name. https://apidoc.reliefweb.int
 *
 * Names, dates and links are kept, never a profile. The service calls a disaster that goes on "current" too.
 */
import { z } from "zod";
import { json } from "../../kit/source/json.ts";
import { type LiveDeps, oneByOne } from "../../kit/source/one-by-one.ts";
import type { Source } from "../../kit/source/source.ts";
import type { ReliefDisasterRecord } from "../records/relief-disaster.ts";

/** The newest ones. */
const most = 50;
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
const answerShape = z.object({ data: z.array(disaster) });

/** The newest disasters by alpha-3 code of a country that they touch. */
export function createReliefDisasters(deps: LiveDeps): Source<string, readonly ReliefDisasterRecord[]> {
  return oneByOne(deps, async (country: string, signal) => {
    const { data } = await deps.upstream.get({
      path: "/disasters",
      query: {
        "filter[field]": "country.iso3",
        "filter[value]": country.toLowerCase(),
        "sort[]": "date.event:desc",
        "fields[include][]": fields,
        limit: most,
      },
      parse: json(answerShape),
      signal,
    });
    return data.map(toDisaster);
  });
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
