/**
 * ReliefWeb API v2, reports: an approved application name. https://apidoc.reliefweb.int
 *
 * The texts belong to their sources: titles, dates and links are kept, never a body. A name that is not approved is
 * refused with 403, as is the first version of the service with 410.
 */
import { z } from "zod";
import { json } from "../../kit/source/json.ts";
import { type LiveDeps, oneByOne } from "../../kit/source/one-by-one.ts";
import type { Source } from "../../kit/source/source.ts";
import type { ReportRecord } from "../records/report.ts";

/** The newest ones. */
const most = 50;
const fields = [
  "title",
  "url",
  "url_alias",
  "date.original",
  "date.created",
  "source.shortname",
  "source.name",
  "language.code",
];

const named = z.object({ name: z.string().optional(), shortname: z.string().optional() });
const report = z.object({
  id: z.coerce.string(),
  fields: z.object({
    title: z.string(),
    url: z.string().optional(),
    url_alias: z.string().optional(),
    date: z.object({ original: z.string().optional(), created: z.string().optional() }).optional(),
    source: z.array(named).optional(),
    language: z.array(z.object({ code: z.string() })).optional(),
  }),
});
const answerShape = z.object({ data: z.array(report) });

/** The newest reports by alpha-3 code of the country. */
export function createReliefWeb(deps: LiveDeps): Source<string, readonly ReportRecord[]> {
  return oneByOne(deps, async (country: string, signal) => {
    const { data } = await deps.upstream.get({
      path: "/reports",
      query: {
        "filter[field]": "primary_country.iso3",
        "filter[value]": country.toLowerCase(),
        "sort[]": "date.created:desc",
        "fields[include][]": fields,
        limit: most,
      },
      parse: json(answerShape),
      signal,
    });
    return data.map(toReport);
  });
}

function toReport({
  id,
  fields: { title, url, url_alias, date, source = [], language = [] },
}: z.infer<typeof report>): ReportRecord {
  return {
    id,
    title,
    url: url_alias ?? url ?? null,
    date: (date?.original ?? date?.created)?.slice(0, 10) ?? null,
    publishers: source.flatMap(({ shortname, name }) => shortname ?? name ?? []),
    languages: language.map(({ code }) => code.toUpperCase()),
  };
}
