/**
 * UN Comtrade API v1: goods by reporter, partner and commodity; free to use, not to be handed on in bulk.
 * https://comtradedeveloper.un.org
 *
 * Totals and their parts come mixed: only rows of all customs regimes, all modes of transport and no second partner are
 * kept, and of two such rows one. Answers are cut in silence, at 500 rows without a key and 100,000 with one. An error
 * can come with status 200. A weight of zero above six digits means that none is given.
 */
import { z } from "zod";
import { SourceRejected, SourceTruncated, SourceUnavailable } from "../../kit/source/errors.ts";
import type { HttpAnswer } from "../../kit/source/http.ts";
import { checked, parseJson } from "../../kit/source/json.ts";
import { type LiveDeps, liveReading } from "../../kit/source/live-reading.ts";
import { oneByOne } from "../../kit/source/one-by-one.ts";
import type { Source } from "../../kit/source/source.ts";
import type { FlowKind } from "../types/enums.ts";
import { areaCodeOf, areaNumbersOf } from "./comtrade-areas.ts";

/** What one area reports of one commodity in one direction and year, with all partners. */
export interface ComtradeKey {
  readonly reporter: string;
  readonly flow: FlowKind;
  readonly year: number;
  /** HS code of two, four or six digits, or `TOTAL`. */
  readonly commodity: string;
}

export interface ComtradeRecord {
  /** Code of the partner; WLD for all of them together. */
  readonly partner: string;
  /** Edition of the nomenclature in which it was reported, such as `H6`. */
  readonly classification: string;
  readonly valueUsd: number;
  readonly cifUsd: number | null;
  readonly fobUsd: number | null;
  readonly netWeightKg: number | null;
  readonly isWeightEstimated: boolean;
  /** As the publisher sets them: what they mean has changed several times. */
  readonly isReported: boolean;
  readonly isAggregate: boolean;
}

const rowLimits = { preview: 500, keyed: 100_000 };
const flowCodes: Readonly<Record<FlowKind, string>> = { EXPORT: "X", IMPORT: "M" };

const row = z.object({
  period: z.coerce.string(),
  reporterCode: z.number().int(),
  flowCode: z.string(),
  partnerCode: z.number().int(),
  partner2Code: z.number().int(),
  classificationCode: z.string(),
  cmdCode: z.string(),
  aggrLevel: z.number().int().nullable(),
  customsCode: z.string(),
  mosCode: z.coerce.string(),
  motCode: z.number().int(),
  netWgt: z.number().nullable(),
  isNetWgtEstimated: z.boolean().nullable(),
  cifvalue: z.number().nullable(),
  fobvalue: z.number().nullable(),
  primaryValue: z.number(),
  isReported: z.boolean(),
  isAggregate: z.boolean(),
});
const answerShape = z.object({ count: z.number().int(), data: z.array(row) });
const refusal = z.object({ statusCode: z.number().int() });

export type ComtradeRow = z.infer<typeof row>;

export interface ComtradeDeps extends LiveDeps {
  /** ISO 3166-1 alpha-3 to M49 code, in any padding. */
  readonly areaCodes: () => Promise<ReadonlyMap<string, string>>;
}

export function createComtrade(deps: ComtradeDeps): Source<ComtradeKey, readonly ComtradeRecord[]> {
  const { upstream, areaCodes } = deps;
  const path = upstream.hasKey ? "/data/v1/get/C/A/HS" : "/public/v1/preview/C/A/HS";
  const mostRows = upstream.hasKey ? rowLimits.keyed : rowLimits.preview;

  async function ask({ reporter, flow, year, commodity }: ComtradeKey, signal?: AbortSignal): Promise<ComtradeRow[]> {
    const m49 = (await areaCodes()).get(reporter);
    const numbers = areaNumbersOf(reporter, m49 === undefined ? undefined : Number(m49));
    // Nobody reports for the world or for an area without a number.
    if (numbers.length === 0 || numbers.includes(0)) return [];
    const rows = await upstream.get({
      path,
      query: {
        reporterCode: numbers.join(","),
        period: year,
        cmdCode: commodity,
        flowCode: flowCodes[flow],
        customsCode: "C00",
        motCode: 0,
        partner2Code: 0,
        maxRecords: mostRows,
      },
      parse: parseComtrade,
      signal,
    });
    if (rows.length >= mostRows) throw new SourceTruncated(upstream.id, `cuts its answer at ${mostRows} rows`);
    const own = (each: ComtradeRow) =>
      numbers.includes(each.reporterCode) && each.period === String(year) && each.cmdCode === commodity;
    return rows.filter(own);
  }

  return oneByOne(upstream.id, async (key, signal) => {
    const rows = await ask(key, signal);
    return rows.length > 0 ? liveReading(deps, toComtradeRecords(rows)) : undefined;
  });
}

/** @throws SourceRejected or SourceUnavailable for an error in a good answer, SourceMalformed */
function parseComtrade(answer: HttpAnswer): ComtradeRow[] {
  const body = parseJson(answer);
  const { statusCode = 200 } = refusal.safeParse(body).data ?? {};
  if (statusCode >= 500) throw new SourceUnavailable(answer.source, `reports an error of its own (${statusCode})`);
  if (statusCode >= 400) throw new SourceRejected(answer.source, `refuses the question (${statusCode})`);
  return checked(answer.source, answerShape, body).data;
}

/** One record for each partner, from rows that hold the whole and not a part of it. */
export function toComtradeRecords(rows: readonly ComtradeRow[]): ComtradeRecord[] {
  const best = new Map<string, ComtradeRow>();
  for (const row of rows) {
    const { customsCode, motCode, partner2Code, mosCode, partnerCode, classificationCode } = row;
    if (customsCode !== "C00" || motCode !== 0 || partner2Code !== 0 || mosCode !== "0") continue;
    const key = `${areaCodeOf(partnerCode)} ${classificationCode}`;
    const other = best.get(key);
    if (!other || isBetter(row, other)) best.set(key, row);
  }
  return [...best.values()].map((row) => ({
    partner: areaCodeOf(row.partnerCode),
    classification: row.classificationCode,
    valueUsd: row.primaryValue,
    cifUsd: row.cifvalue,
    fobUsd: row.fobvalue,
    netWeightKg: row.netWgt === 0 && row.cmdCode.length < 6 ? null : row.netWgt,
    isWeightEstimated: row.isNetWgtEstimated ?? false,
    isReported: row.isReported,
    isAggregate: row.isAggregate,
  }));
}

function isBetter(row: ComtradeRow, other: ComtradeRow): boolean {
  if (row.isReported !== other.isReported) return row.isReported;
  return row.primaryValue > other.primaryValue;
}
