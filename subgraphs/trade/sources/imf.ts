/**
 * IMF International Trade in Goods by partner (IMTS), SDMX 2.1 in CSV: free re-use with attribution, no key.
 * https://data.imf.org
 *
 * A code of another list and a key in another order are answered with status 200 and nothing. Sums of countries stand
 * among the partners, under codes that are not of three letters. Values are plain US dollars.
 */
import { z } from "zod";
import type { Nature } from "../../kit/graphql/enums.ts";
import { atMost } from "../../kit/source/at-most.ts";
import { parseCsv } from "../../kit/source/csv.ts";
import { SourceMalformed } from "../../kit/source/errors.ts";
import { gather } from "../../kit/source/gather.ts";
import type { HttpAnswer } from "../../kit/source/http.ts";
import { checked } from "../../kit/source/json.ts";
import { type LiveDeps, liveReading } from "../../kit/source/live-reading.ts";
import { eachAlone } from "../../kit/source/one-by-one.ts";
import type { Source } from "../../kit/source/source.ts";
import type { FlowKey, FlowRecord } from "../records.ts";
import type { FlowKind } from "../types/enums.ts";

const indicators: Readonly<Record<FlowKind, string>> = { EXPORT: "XG_FOB_USD", IMPORT: "MG_CIF_USD" };
const accept = "application/vnd.sdmx.data+csv;version=1.0.0";
const firstYear = 1960;
const worldThere = "G001";
/** A key is a call of megabytes. */
const mostKeys = 24;

/** Reporters whose figures the IMF makes from their partners' reports, and since when. */
const madeByPartners: ReadonlyMap<string, number> = new Map([["TKM", 2004]]);

const row = z.object({
  COUNTRY: z.string(),
  INDICATOR: z.string(),
  COUNTERPART_COUNTRY: z.string(),
  TIME_PERIOD: z.string(),
  OBS_VALUE: z.string(),
});

export interface ImfDeps extends LiveDeps {
  /** The partners that the graph knows. */
  readonly partners: () => Promise<ReadonlySet<string>>;
  /** How the shipped figures of a key came about, by partner and year: the service does not mark its estimates. */
  readonly natures: (key: FlowKey) => Promise<ReadonlyMap<string, Nature>>;
}

export function createImf(deps: ImfDeps): Source<FlowKey, readonly FlowRecord[]> {
  const { upstream, partners, natures } = deps;
  async function read(key: FlowKey, signal?: AbortSignal) {
    const indicator = indicators[key.flow];
    const [found, known, earlier] = await Promise.all([
      upstream.get({
        path: `/data/IMF.STA,IMTS/${key.reporter}.${indicator}..A`,
        query: { startPeriod: firstYear },
        headers: { accept },
        parse: parseImf,
        signal,
      }),
      partners(),
      natures(key),
    ]);
    const data: FlowRecord[] = [];
    for (const row of found) {
      const partner = row.COUNTERPART_COUNTRY === worldThere ? "WLD" : row.COUNTERPART_COUNTRY;
      const year = Number(row.TIME_PERIOD);
      const isAsked = row.COUNTRY === key.reporter && row.INDICATOR === indicator && Number.isInteger(year);
      if (!isAsked || row.OBS_VALUE === "" || !known.has(partner)) continue;
      const nature = earlier.get(`${partner} ${year}`) ?? natureOf(key.reporter, year);
      data.push({ reporter: key.reporter, partner, flow: key.flow, year, valueUsd: Number(row.OBS_VALUE), nature });
    }
    return data.length > 0 ? liveReading(deps, data) : undefined;
  }

  return {
    id: upstream.id,
    fetch(keys, signal) {
      // Sums of countries and areas not specified do not report.
      const countries = keys.filter(({ reporter }) => /^[A-Z]{3}$/.test(reporter) && reporter !== "WLD");
      const calls = eachAlone(countries, (key) => read(key, signal));
      return gather(atMost({ source: upstream.id, most: mostKeys, what: "reporters" }, calls));
    },
  };
}

function natureOf(reporter: string, year: number): Nature {
  const since = madeByPartners.get(reporter);
  return since !== undefined && year >= since ? "IMPUTED" : "REPORTED";
}

/** @throws SourceMalformed when there is not even the line of column names, which means that the question was not understood */
function parseImf(answer: HttpAnswer) {
  const parsed = checked(answer.source, z.array(row), parseCsv(answer, Object.keys(row.shape)));
  if (parsed.some(({ OBS_VALUE }) => Number.isNaN(Number(OBS_VALUE)))) {
    throw new SourceMalformed(answer.source, "answers with a value that is no number");
  }
  return parsed;
}
