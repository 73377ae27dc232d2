/**
 * HDX Humanitarian API v2, who does what where and the INFORM risk index: terms by data set, an application identifier.
 * https://hapi.humdata.org/docs
 *
 * No total is given: pages end with one that is not full. Names match as parts of names, so only codes are asked. Days
 * come as instants without a zone. Afghanistan is published at the second level alone; a country without place codes has
 * the names of its provinces. The newest list and the newest index are all there is.
 */
import { z } from "zod";
import { json } from "../../kit/source/json.ts";
import { type LiveDeps, liveReading } from "../../kit/source/live-reading.ts";
import { oneByOne } from "../../kit/source/one-by-one.ts";
import { readFullPages } from "../../kit/source/pages.ts";
import type { Source } from "../../kit/source/source.ts";
import type { RiskRecord } from "../records/people.ts";
import type { PresenceRow } from "../records/presence.ts";

const pageSize = 10_000;
const mostPages = 30;

const presence = z.object({
  location_code: z.string(),
  org_name: z.string(),
  org_acronym: z.string().nullish(),
  org_type_description: z.string().nullish(),
  sector_code: z.string(),
  provider_admin1_name: z.string().nullish(),
  admin1_code: z.string().nullish(),
  admin2_code: z.string().nullish(),
  reference_period_start: z.string(),
  reference_period_end: z.string().nullish(),
});
const risk = z.object({
  location_code: z.string(),
  reference_period_start: z.string(),
  overall_risk: z.number(),
  hazard_exposure_risk: z.number(),
  vulnerability_risk: z.number(),
  coping_capacity_risk: z.number(),
  risk_class: z.string().nullish(),
  global_rank: z.number().int().nullish(),
});

/** By alpha-3 code of the country. */
export function createHapiPresence(deps: LiveDeps): Source<string, readonly PresenceRow[]> {
  return createHapi(deps, "/coordination-context/operational-presence", presence, (row) => ({
    organization: row.org_name.trim(),
    acronym: row.org_acronym?.trim() || null,
    organizationType: row.org_type_description || null,
    sector: row.sector_code,
    place: row.provider_admin1_name?.trim() || null,
    admin1Code: row.admin1_code || null,
    admin2Code: row.admin2_code || null,
    from: row.reference_period_start.slice(0, 10),
    to: row.reference_period_end?.slice(0, 10) ?? null,
  }));
}

/** By alpha-3 code of the country. */
export function createHapiRisk(deps: LiveDeps): Source<string, readonly RiskRecord[]> {
  return createHapi(deps, "/coordination-context/national-risk", risk, (row) => ({
    country: row.location_code,
    year: Number(row.reference_period_start.slice(0, 4)),
    overall: row.overall_risk,
    hazard: row.hazard_exposure_risk,
    vulnerability: row.vulnerability_risk,
    copingCapacity: row.coping_capacity_risk,
    riskClass: row.risk_class || null,
    rank: row.global_rank ?? null,
  }));
}

function createHapi<Row extends { readonly location_code: string }, T>(
  deps: LiveDeps,
  path: string,
  row: z.ZodType<Row>,
  toRecord: (row: Row) => T,
): Source<string, readonly T[]> {
  const { upstream } = deps;
  const page = z.object({ data: z.array(row) });
  return oneByOne(upstream.id, async (country, signal) => {
    const found = await readFullPages({ source: upstream.id, mostPages, pageSize }, async (number) => {
      const { data } = await upstream.get({
        path,
        query: { location_code: country, output_format: "json", limit: pageSize, offset: (number - 1) * pageSize },
        parse: json(page),
        signal,
      });
      return data;
    });
    const own = found.filter(({ location_code }) => location_code === country);
    return liveReading(deps, own.map(toRecord));
  });
}
