/**
 * SDG Global Database of the UN Statistics Division, its API v1: free reuse with citation, no key.
 * https://unstats.un.org/sdgs/UNSDGAPIV5/swagger/index.html
 *
 * Values are texts such as "79.8", "<2.5", ">95", "N" and "NaN"; a series that serves several targets repeats its rows
 * for each; area codes have no zeros in front. The service is moving between two addresses with the same paths.
 */
import { z } from "zod";
import { normalizeCountryCode } from "../../kit/countries.ts";
import type { Nature } from "../../kit/graphql/enums.ts";
import { groupBy } from "../../kit/group-by.ts";
import { atMost } from "../../kit/source/at-most.ts";
import { SourceMalformed, SourceRejected, SourceUnavailable } from "../../kit/source/errors.ts";
import { gather } from "../../kit/source/gather.ts";
import { json } from "../../kit/source/json.ts";
import { type LiveDeps, liveReading } from "../../kit/source/live-reading.ts";
import { readPages } from "../../kit/source/pages.ts";
import type { Reading, Source } from "../../kit/source/source.ts";
import type { Observation, SeriesKey } from "../records.ts";
import { type Dimensions, pickHeadlines } from "../unsd-headline.ts";
import { hasWords, noteOf } from "../unsd-notes.ts";
import { namesOfSeries } from "./un-sdg-aliases.ts";
import { parseSdgValue } from "./un-sdg-value.ts";

const pageSize = 500;
const mostPages = 40;
/** A series is a call. More than these wait for the next time they are asked for, when the first ones are kept. */
const mostSeries = 30;
/** The address before V5, on the same host. */
const olderPath = "/sdgapi/v1/sdg";

const natures: Readonly<Record<string, Nature>> = {
  C: "REPORTED",
  CA: "REPORTED",
  E: "ESTIMATED",
  G: "ESTIMATED",
  M: "MODELLED",
};

const row = z.object({
  series: z.string(),
  geoAreaCode: z.coerce.string(),
  timePeriodStart: z.coerce.number(),
  value: z.coerce.string(),
  attributes: z.object({ Nature: z.string().optional() }),
  dimensions: z.record(z.string(), z.string()),
});
const page = z.object({ totalPages: z.number().int(), data: z.array(row) });

type SdgRow = z.infer<typeof row>;

export interface UnSdgDeps extends LiveDeps {
  /** ISO 3166-1 alpha-3 to M49 code, in any padding. */
  readonly areaCodes: () => Promise<ReadonlyMap<string, string>>;
}

export function createUnSdg(deps: UnSdgDeps): Source<SeriesKey, readonly Observation[]> {
  const { upstream, areaCodes } = deps;

  async function pageOf(seriesCode: string, areas: readonly number[], number: number, signal?: AbortSignal) {
    const query = { seriesCode, areaCode: areas, page: number, pageSize };
    const request = { query, parse: json(page), signal };
    try {
      return await upstream.get({ ...request, path: "/Series/Data" });
    } catch (error) {
      if (!isGone(error)) throw error;
      const older = new URL(`${olderPath}/Series/Data`, upstream.baseUrl).href;
      return await upstream.get({ ...request, path: older }).catch(() => {
        throw error;
      });
    }
  }

  async function rowsOf(code: string, areas: readonly number[], signal?: AbortSignal): Promise<SdgRow[]> {
    for (const name of namesOfSeries(code)) {
      const rows = await readPages({ source: upstream.id, mostPages }, async (number) => {
        const { totalPages, data } = await pageOf(name, areas, number, signal);
        return { rows: data, pages: totalPages };
      });
      // A filter that the service does not know is ignored there, not refused.
      const own = rows.filter(({ series, geoAreaCode }) => series === name && areas.includes(Number(geoAreaCode)));
      if (own.length > 0) return own;
      if (rows.length > 0) throw new SourceMalformed(upstream.id, "answers for other areas or series than asked");
    }
    return [];
  }

  async function readSeries(
    code: string,
    keys: readonly SeriesKey[],
    codes: ReadonlyMap<string, string>,
    signal?: AbortSignal,
  ) {
    const readings = new Map<SeriesKey, Reading<readonly Observation[]>>();
    const areas = [...new Set(keys.flatMap(({ country }) => Number(codes.get(country)) || []))];
    if (areas.length === 0) return readings;
    const series = toSdgSeries(await rowsOf(code, areas, signal));
    for (const key of keys) {
      const data = series.get(key.country);
      if (data) readings.set(key, liveReading(deps, data));
    }
    return readings;
  }

  return {
    id: upstream.id,
    async fetch(keys, signal) {
      const codes = await areaCodes();
      const bySeries = [...groupBy(keys, ({ indicator }) => indicator.id.replace(/^UNSD:/, ""))];
      const calls = bySeries.map(([code, ofSeries]) => ({
        keys: ofSeries,
        read: () => readSeries(code, ofSeries, codes, signal),
      }));
      return gather(atMost({ source: upstream.id, most: mostSeries, what: "series" }, calls));
    },
  };
}

function isGone(error: unknown): boolean {
  return error instanceof SourceUnavailable || (error instanceof SourceRejected && error.status === 404);
}

/** The headline observations of one series by country, the oldest first. */
function toSdgSeries(rows: readonly SdgRow[]): Map<string, Observation[]> {
  const series = new Map<string, Observation[]>();
  for (const { country, year, row, dimensions } of pickHeadlines(distinct(rows))) {
    const value = parseSdgValue(row.value);
    if (!value) continue;
    const observations = series.get(country) ?? [];
    series.set(country, observations);
    const nature = natures[row.attributes.Nature ?? ""] ?? null;
    observations.push({ year, ...value, nature, note: noteOf(dimensions) || null });
  }
  for (const observations of series.values()) observations.sort((a, b) => a.year - b.year);
  return series;
}

function distinct(rows: readonly SdgRow[]) {
  const found = new Map<string, { key: string; country: string; year: number; row: SdgRow; dimensions: Dimensions }>();
  for (const row of rows) {
    const dimensions = toDimensions(row.dimensions);
    if (row.value === "NaN" || row.dimensions["Reporting Type"] === "N" || !hasWords(dimensions)) continue;
    const country = normalizeCountryCode(row.geoAreaCode);
    const year = Math.trunc(row.timePeriodStart);
    const key = `${country} ${year}`;
    found.set(`${key} ${[...dimensions].flat().join(" ")}`, { key, country, year, row, dimensions });
  }
  return [...found.values()];
}

/** In the spelling of the shipped tables: `Age: "15-49"` is `age` `15_49`, `"<5Y"` is `lt5y`. */
function toDimensions(dimensions: Readonly<Record<string, string>>): Dimensions {
  const pairs = Object.entries(dimensions)
    .filter(([name]) => name !== "Reporting Type")
    .map(([name, code]): [string, string] => [
      name.toLowerCase().replaceAll(" ", "_"),
      code.toLowerCase().replace("<", "lt").replace("+", "").replaceAll("-", "_"),
    ]);
  return new Map(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
}
