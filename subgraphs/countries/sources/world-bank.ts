/**
 * World Bank Indicators API v2: the World Development Indicators (source 2), CC BY 4.0, no key.
 * https://datahelpdesk.worldbank.org/knowledgebase/articles/889392
 *
 * A refusal comes with status 200, as a list of one message; "no data" as a header and null; an overloaded server
 * answers with a page. One unknown code spoils the answer for all codes beside it.
 *
 * Whole series are asked for and never the newest value alone (`mrnev`): what is kept then answers the latest, any
 * years, rankings and progress from one release.
 */
import { z } from "zod";
import { normalizeCountryCode } from "../../kit/countries.ts";
import { SourceRejected, SourceTruncated, SourceUnavailable } from "../../kit/source/errors.ts";
import { gather } from "../../kit/source/gather.ts";
import type { HttpAnswer } from "../../kit/source/http.ts";
import { checked, parseJson } from "../../kit/source/json.ts";
import { type LiveDeps, liveReading } from "../../kit/source/live-reading.ts";
import type { Reading, Source } from "../../kit/source/source.ts";
import type { Observation, SeriesKey } from "../records.ts";
import { gridsOf } from "./grids.ts";

/** The most codes of one call, and the most characters of codes between two slashes. */
const limits = { indicators: 60, countries: 60, characters: 1_500 };
const pageSize = 32_500;
const mostPages = 20;

/** Territories of ISO 3166-1 that the World Bank has no figures for: naming one refuses the whole call. */
const unknownThere = new Set(
  "AIA ALA ATA ATF BES BLM BVT CCK COK CXR ESH FLK GGY GLP GUF HMD IOT JEY MSR MTQ MYT NFK NIU PCN REU SGS SHN SJM SPM TKL TWN UMI VAT WLF".split(
    " ",
  ),
);

const count = z.coerce.number().int();
const header = z.object({ page: count, pages: count, total: count, lastupdated: z.iso.date().optional() });
const row = z.object({
  indicator: z.object({ id: z.string() }),
  country: z.object({ id: z.string() }),
  countryiso3code: z.string(),
  date: z.string(),
  value: z.coerce.number().nullable(),
  obs_status: z.string().optional(),
});
const page = z.tuple([header, z.array(row).nullable()]);
const refusal = z.tuple([z.object({ message: z.array(z.object({ id: z.string() })).min(1) })]);

type Row = z.infer<typeof row>;

interface WorldBankPage {
  readonly pages: number;
  /** Day on which the publisher last changed the data set. */
  readonly lastUpdated: string | null;
  readonly rows: readonly Row[];
}

export function createWorldBank(deps: LiveDeps): Source<SeriesKey, readonly Observation[]> {
  const { upstream } = deps;
  const get = (countries: readonly string[], indicators: readonly string[], number: number, signal?: AbortSignal) =>
    upstream.get({
      path: `/country/${countries.join(";")}/indicator/${indicators.join(";")}`,
      query: { source: 2, format: "json", per_page: pageSize, page: number },
      parse: parseWorldBankPage,
      signal,
    });

  async function ask(
    countries: readonly string[],
    indicators: readonly string[],
    signal?: AbortSignal,
  ): Promise<WorldBankPage[]> {
    try {
      const first = await get(countries, indicators, 1, signal);
      if (first.pages > mostPages) throw new SourceTruncated(upstream.id, `needs ${first.pages} pages for one answer`);
      const pages = [first];
      for (let next = 2; next <= first.pages; next++) pages.push(await get(countries, indicators, next, signal));
      return pages;
    } catch (error) {
      // Only what the service itself says in its answer is about the codes; a bare HTTP status is about the address.
      if (!(error instanceof SourceRejected) || error.status !== undefined) throw error;
      // A single refused code is one that the publisher has withdrawn: there is nothing of it.
      if (indicators.length === 1) return [];
      const half = Math.ceil(indicators.length / 2);
      const halves = [indicators.slice(0, half), indicators.slice(half)];
      return (await Promise.all(halves.map((codes) => ask(countries, codes, signal)))).flat();
    }
  }

  function toReadings(keys: readonly SeriesKey[], pages: readonly WorldBankPage[]) {
    const lastUpdated = pages
      .map((each) => each.lastUpdated ?? "")
      .sort()
      .at(-1);
    const vintage = lastUpdated ? lastUpdated.slice(0, 7) : null;
    const series = toSeries(pages.flatMap((each) => each.rows));
    const readings = new Map<SeriesKey, Reading<readonly Observation[]>>();
    for (const key of keys) {
      const data = series.get(`${key.indicator.id} ${key.country}`);
      if (data) readings.set(key, liveReading(deps, data, vintage));
    }
    return readings;
  }

  return {
    id: upstream.id,
    async fetch(keys, signal) {
      const asked = keys.filter(({ country }) => !unknownThere.has(country));
      const grids = gridsOf(
        asked,
        ({ country }) => country,
        ({ indicator }) => indicator.id,
        limits,
      );
      return gather(
        grids.map(({ rows, columns }) => {
          const ofGrid = asked.filter(
            ({ country, indicator }) => rows.includes(country) && columns.includes(indicator.id),
          );
          return { keys: ofGrid, read: async () => toReadings(ofGrid, await ask(rows, columns, signal)) };
        }),
      );
    },
  };
}

/** @throws SourceRejected on a refusal, SourceUnavailable when the service says it is down, SourceMalformed */
function parseWorldBankPage(answer: HttpAnswer): WorldBankPage {
  const body = parseJson(answer);
  const refused = refusal.safeParse(body).data?.[0].message[0]?.id;
  if (refused === "105") throw new SourceUnavailable(answer.source, "says that it is out of service");
  if (refused !== undefined) throw new SourceRejected(answer.source, `refuses the question (its error ${refused})`);
  const [{ pages, lastupdated }, rows] = checked(answer.source, page, body);
  return { pages, lastUpdated: lastupdated ?? null, rows: rows ?? [] };
}

/** Observations by indicator and country, the oldest first. A year without a figure has none. */
function toSeries(rows: readonly Row[]): Map<string, Observation[]> {
  const series = new Map<string, Observation[]>();
  for (const { indicator, country, countryiso3code, date, value, obs_status } of rows) {
    if (value === null || !/^\d{4}$/.test(date)) continue;
    const key = `${indicator.id} ${countryiso3code || normalizeCountryCode(country.id)}`;
    const observations = series.get(key) ?? [];
    series.set(key, observations);
    const nature = obs_status === "F" ? "PROJECTED" : null;
    observations.push({ year: Number(date), value, qualifier: null, nature, note: null });
  }
  for (const observations of series.values()) observations.sort((a, b) => a.year - b.year);
  return series;
}
