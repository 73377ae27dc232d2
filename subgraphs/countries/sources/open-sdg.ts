/**
 * The national SDG platforms of Kazakhstan, Kyrgyzstan and Tajikistan: static files that Open SDG builds, official
 * statistics, no key. https://open-sdg.readthedocs.io
 *
 * `headline` holds the figure of the whole country and is `[]` where an indicator exists only by parts; `comb` holds
 * all figures by column. Years are numbers in two countries and texts in the third.
 */
import { z } from "zod";
import { groupBy } from "../../kit/group-by.ts";
import { gather } from "../../kit/source/gather.ts";
import { json } from "../../kit/source/json.ts";
import type { Reading, Source } from "../../kit/source/source.ts";
import type { Upstream } from "../../kit/source/upstream.ts";

/** An SDG indicator, such as `6.1.1`, of the country whose platform it is. */
export interface NationalKey {
  readonly country: string;
  readonly sdgIndicator: string;
}

/** The national figures of one definition under an SDG indicator. */
export interface NationalSeries {
  /** The platform's code or title of the series; null where the indicator has a single unnamed one. */
  readonly series: string | null;
  readonly unit: string | null;
  /** The oldest first. */
  readonly observations: readonly { readonly year: number; readonly value: number }[];
}

const cell = z.union([z.string(), z.number()]).nullable();
const headline = z.array(z.looseObject({ Year: z.coerce.number().int(), Value: z.number().nullable() }));
const comb = z.object({ data: z.record(z.string(), z.array(cell)) });

/** Columns that describe a figure without making it a part of the country's. */
const plain = new Set([
  "Year",
  "Value",
  "GeoCode",
  "UNIT_MEASURE",
  "Units",
  "SERIES",
  "Series",
  "OBS_STATUS",
  "UNIT_MULT",
]);

export interface OpenSdgDeps {
  /** By country code. */
  readonly upstreams: ReadonlyMap<string, Upstream>;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** Keys of countries without a platform are absent from the answer. */
export function createOpenSdg({ upstreams, clock }: OpenSdgDeps): Source<NationalKey, readonly NationalSeries[]> {
  async function read(upstream: Upstream, code: string, signal?: AbortSignal): Promise<NationalSeries[]> {
    const file = `${code.replaceAll(".", "-")}.json`;
    const accepts = [404];
    const rows = await upstream.get({
      path: `/en/headline/${file}`,
      accepts,
      signal,
      parse: (answer) => (answer.status === 404 ? null : json(headline)(answer)),
    });
    if (rows === null) return [];
    if (rows.length > 0) return toNationalSeries(rows);
    return upstream.get({
      path: `/en/comb/${file}`,
      accepts,
      signal,
      parse: (answer) => (answer.status === 404 ? [] : toNationalSeries(wholeCountry(json(comb)(answer).data))),
    });
  }

  return {
    id: "OPEN_SDG",
    async fetch(keys, signal) {
      return gather(
        keys.map((key) => ({
          keys: [key],
          async read() {
            const upstream = upstreams.get(key.country);
            const data = upstream ? await read(upstream, key.sdgIndicator, signal) : [];
            if (!upstream || data.length === 0) return new Map<NationalKey, Reading<readonly NationalSeries[]>>();
            const retrievedAt = new Date(clock()).toISOString();
            return new Map([[key, { data, source: upstream.id, freshness: "LIVE", retrievedAt, vintage: null }]]);
          },
        })),
      );
    },
  };
}

/** The rows of a file by column that no breakdown narrows. */
function wholeCountry(columns: Readonly<Record<string, readonly z.infer<typeof cell>[]>>) {
  const breakdowns = Object.keys(columns).filter((name) => !plain.has(name));
  const rows = (columns["Year"] ?? []).map((year, i) => ({
    Year: Number(year),
    Value: typeof columns["Value"]?.[i] === "number" ? columns["Value"][i] : null,
    UNIT_MEASURE: columns["UNIT_MEASURE"]?.[i],
    SERIES: columns["SERIES"]?.[i],
    whole: breakdowns.every((name) => (columns[name]?.[i] ?? null) === null),
  }));
  return rows.filter(({ whole }) => whole);
}

function toNationalSeries(rows: z.infer<typeof headline>): NationalSeries[] {
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);
  const groups = groupBy(rows, (row) => JSON.stringify([text(row["SERIES"]), text(row["UNIT_MEASURE"])]));
  return [...groups].flatMap(([name, group]) => {
    const [series, unit] = JSON.parse(name) as [string | null, string | null];
    const observations = group
      .flatMap(({ Year, Value }) => (Value === null ? [] : [{ year: Year, value: Value }]))
      .sort((a, b) => a.year - b.year);
    return observations.length > 0 ? [{ series, unit, observations }] : [];
  });
}
