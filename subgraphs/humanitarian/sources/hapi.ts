/**
 * HDX Humanitarian API v2, who does what where and the INFORM risk index: terms by data set, an application identifier.
 * https://hapi.humdata.org/docs
 *
 * No total is given: pages end with one that is not full. Names match as parts of names, so only codes are asked. Days
 * come as instants without a zone. Afghanistan is published at the second level alone.
 */
import { z } from "zod";
import { SourceTruncated } from "../../kit/source/errors.ts";
import { gather } from "../../kit/source/gather.ts";
import { json } from "../../kit/source/json.ts";
import type { Source } from "../../kit/source/source.ts";
import type { Upstream } from "../../kit/source/upstream.ts";

/** One organisation at work for one sector in one place. */
export interface PresenceRecord {
  readonly organization: string;
  readonly acronym: string | null;
  readonly organizationType: string | null;
  readonly sector: string;
  readonly admin1Code: string | null;
  readonly admin2Code: string | null;
  /** First day of the period that it stands for. */
  readonly from: string;
}

export interface RiskRecord {
  readonly from: string;
  /** 0 to 10. */
  readonly overall: number;
  readonly hazardExposure: number;
  readonly vulnerability: number;
  readonly copingCapacity: number;
  readonly globalRank: number | null;
}

const pageSize = 10_000;
const mostPages = 30;

const presence = z.object({
  location_code: z.string(),
  org_name: z.string(),
  org_acronym: z.string().nullish(),
  org_type_description: z.string().nullish(),
  sector_code: z.string(),
  admin1_code: z.string().nullish(),
  admin2_code: z.string().nullish(),
  reference_period_start: z.string(),
});
const risk = z.object({
  location_code: z.string(),
  reference_period_start: z.string(),
  overall_risk: z.number(),
  hazard_exposure_risk: z.number(),
  vulnerability_risk: z.number(),
  coping_capacity_risk: z.number(),
  global_rank: z.number().int().nullish(),
});

export interface HapiDeps {
  readonly upstream: Upstream;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** By alpha-3 code of the country. */
export function createHapiPresence(deps: HapiDeps): Source<string, readonly PresenceRecord[]> {
  return createHapi(deps, "/coordination-context/operational-presence", presence, (row) => ({
    organization: row.org_name,
    acronym: row.org_acronym || null,
    organizationType: row.org_type_description || null,
    sector: row.sector_code,
    admin1Code: row.admin1_code || null,
    admin2Code: row.admin2_code || null,
    from: row.reference_period_start.slice(0, 10),
  }));
}

/** By alpha-3 code of the country. */
export function createHapiRisk(deps: HapiDeps): Source<string, readonly RiskRecord[]> {
  return createHapi(deps, "/coordination-context/national-risk", risk, (row) => ({
    from: row.reference_period_start.slice(0, 10),
    overall: row.overall_risk,
    hazardExposure: row.hazard_exposure_risk,
    vulnerability: row.vulnerability_risk,
    copingCapacity: row.coping_capacity_risk,
    globalRank: row.global_rank ?? null,
  }));
}

function createHapi<Row extends { readonly location_code: string }, T>(
  { upstream, clock }: HapiDeps,
  path: string,
  row: z.ZodType<Row>,
  toRecord: (row: Row) => T,
): Source<string, readonly T[]> {
  const page = z.object({ data: z.array(row) });
  async function read(country: string, signal?: AbortSignal) {
    const found: Row[] = [];
    for (let number = 0; ; number++) {
      if (number === mostPages) throw new SourceTruncated(upstream.id, `needs over ${mostPages} pages for one country`);
      const { data } = await upstream.get({
        path,
        query: { location_code: country, output_format: "json", limit: pageSize, offset: number * pageSize },
        parse: json(page),
        signal,
      });
      found.push(...data.filter(({ location_code }) => location_code === country));
      if (data.length < pageSize) break;
    }
    const retrievedAt = new Date(clock()).toISOString();
    const reading = {
      data: found.map(toRecord),
      source: upstream.id,
      freshness: "LIVE" as const,
      retrievedAt,
      vintage: null,
    };
    return new Map([[country, reading]]);
  }
  return {
    id: upstream.id,
    fetch: (keys, signal) => gather(keys.map((key) => ({ keys: [key], read: () => read(key, signal) }))),
  };
}
