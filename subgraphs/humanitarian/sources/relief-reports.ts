/** Reports on ReliefWeb: titles, dates and links. */
import { z } from "zod";
import type { LiveDeps } from "../../kit/source/live-reading.ts";
import type { Source } from "../../kit/source/source.ts";
import type { ReportRecord } from "../records/report.ts";
import { createReliefWeb } from "./relief-web.ts";

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

/** The newest reports by alpha-3 code of the country. */
export function createReliefReports(deps: LiveDeps): Source<string, readonly ReportRecord[]> {
  const list = { path: "/reports", country: "primary_country.iso3", date: "date.created", fields, item: report };
  return createReliefWeb(deps, list, toReport);
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
