/**
 * OCHA Financial Tracking Service, API v1: the appeals and plans of a year with what they ask for and what they got, as
 * the service adds it up; CC BY 3.0 IGO, no key, one call a second. https://fts.unocha.org/content/fts-public-api
 *
 * The list holds the plans of the whole world; requirements stand beside the version of a plan and not in it, and years
 * are texts. What a plan got comes from the flows grouped by global cluster. Money for several clusters is repeated in
 * each of them, so it is kept as one part. Of a plan for several countries, a requirement that is the whole plan's
 * stands for each country: then the country's share is not known.
 */
import { z } from "zod";
import { isInRegion } from "../../kit/countries.ts";
import type { HttpAnswer } from "../../kit/source/http.ts";
import { checked } from "../../kit/source/json.ts";
import { type LiveDeps, liveReading } from "../../kit/source/live-reading.ts";
import { oneByOne } from "../../kit/source/one-by-one.ts";
import type { Source } from "../../kit/source/source.ts";
import { placeCodeOf } from "../country-names.ts";
import { multiple, notSpecified } from "../funding/slices.ts";
import type { MoneyPart, PlanRecord } from "../records/plan.ts";
import { ftsAnswer, optional } from "./fts-answer.ts";
import { byNumber, type FtsCodes } from "./fts-codes.ts";

const places = z.array(z.object({ iso3: optional(z.string()) }));
const anyPlan = z.looseObject({ locations: places });
const plan = z.object({
  id: z.coerce.string(),
  planVersion: z.object({ code: z.string(), name: z.string(), startDate: z.string(), endDate: z.string() }),
  categories: z.array(z.object({ name: z.string(), group: z.string() })),
  locations: places,
  years: z.array(z.object({ year: z.coerce.number().int() })).min(1),
  origRequirements: optional(z.number()),
  revisedRequirements: optional(z.number()),
});
const grouped = z.object({
  data: z.object({
    requirements: optional(
      z.object({
        objects: z.array(
          z.object({ id: optional(z.coerce.string()), name: z.string(), revisedRequirements: optional(z.number()) }),
        ),
      }),
    ),
    report3: z.object({
      fundingTotals: z.object({
        total: z.number(),
        objects: z.array(
          z.object({
            singleFundingObjects: optional(
              z.array(z.object({ id: optional(z.coerce.string()), name: z.string(), totalFunding: z.number() })),
            ),
          }),
        ),
      }),
    }),
  }),
});

type Plan = z.infer<typeof plan>;
type Grouped = z.infer<typeof grouped>["data"];

export interface FtsPlansDeps extends LiveDeps {
  readonly codes: () => Promise<Pick<FtsCodes, "cluster">>;
}

/** The appeals of a year that are for at least one of the six countries. */
export function createFtsPlans(deps: FtsPlansDeps): Source<number, readonly PlanRecord[]> {
  const { upstream, clock, codes } = deps;

  /** What a plan asks for and got, by what its flows are grouped by at their destination. */
  async function divide({ id }: Plan, groupby: "globalcluster" | "location", signal?: AbortSignal): Promise<Grouped> {
    const query = { planid: id, groupby, report: 3 };
    const { data } = await upstream.get({ path: "/v1/public/fts/flow", query, parse: ftsAnswer(grouped), signal });
    return data;
  }

  return oneByOne(upstream.id, async (year, signal) => {
    const plans = await upstream.get({
      path: `/v1/public/plan/year/${year}`,
      // The service may not have a year yet that is still to come.
      accepts: year > new Date(clock()).getUTCFullYear() ? [404] : [],
      parse: toPlans,
      signal,
    });
    const known = await codes();
    const records = await Promise.all(
      plans.map(async (each) => {
        const [byCluster, byCountry] = await Promise.all([
          divide(each, "globalcluster", signal),
          countriesOf(each).length > 1 ? divide(each, "location", signal) : null,
        ]);
        return toPlanRecord(each, { byCluster, byCountry, codes: known });
      }),
    );
    return liveReading(deps, records);
  });
}

const list = ftsAnswer(z.object({ data: z.array(anyPlan) }));

/** A plan of somebody else that changed its shape costs nothing here. */
function toPlans(answer: HttpAnswer): Plan[] {
  if (answer.status === 404) return [];
  return checked(answer.source, z.array(plan), list(answer).data.filter(isForTheSix));
}

function isForTheSix({ locations }: Pick<Plan, "locations">): boolean {
  return locations.some(({ iso3 }) => isOneOfTheSix(iso3));
}

function isOneOfTheSix(code: string | null): boolean {
  return isInRegion(code ?? "");
}

function countriesOf({ locations }: Plan): string[] {
  return [...new Set(locations.flatMap(({ iso3 }) => iso3 ?? []))].sort();
}

interface Divided {
  readonly byCluster: Grouped;
  /** Null for a plan of one country. */
  readonly byCountry: Grouped | null;
  readonly codes: Pick<FtsCodes, "cluster">;
}

function toPlanRecord(found: Plan, { byCluster, byCountry, codes }: Divided): PlanRecord {
  const { planVersion: version, origRequirements, revisedRequirements } = found;
  const countries = countriesOf(found);
  const fundingUsd = byCluster.report3.fundingTotals.total;
  return {
    ftsId: found.id,
    code: version.code,
    name: version.name,
    type: found.categories.find(({ group }) => group === "planType")?.name ?? null,
    year: Math.max(...found.years.map(({ year }) => year)),
    startDate: version.startDate.slice(0, 10),
    endDate: version.endDate.slice(0, 10),
    countries,
    originalRequirementUsd: origRequirements,
    requirementUsd: revisedRequirements,
    fundingUsd,
    clusters: toParts(byCluster, ({ id }) => (isId(id) ? (codes.cluster(id) ?? byNumber(id)) : notSpecified)),
    byCountry: byCountry ? toShares(byCountry, revisedRequirements) : [],
  };
}

/** Every part that something is asked for or given to; what is not for one part alone is `MULTIPLE`. */
function toParts(
  { requirements, report3 }: Grouped,
  codeOf: (part: { readonly id: string | null; readonly name: string }) => string,
): MoneyPart[] {
  const asked = new Map(requirements?.objects.map((each) => [codeOf(each), each.revisedRequirements]));
  const given = new Map<string, number>();
  for (const each of singleParts(report3)) given.set(codeOf(each), (given.get(codeOf(each)) ?? 0) + each.totalFunding);
  const single = [...given.values()].reduce((total, amount) => total + amount, 0);
  const shared = report3.fundingTotals.total - single;
  if (shared !== 0) given.set(multiple, shared);
  return [...new Set([...asked.keys(), ...given.keys()])].map((code) => ({
    code,
    requirementUsd: asked.get(code) ?? null,
    fundingUsd: given.get(code) ?? null,
  }));
}

function toShares(found: Grouped, wholeUsd: number | null): MoneyPart[] {
  return toParts(found, ({ name }) => placeCodeOf(name) ?? name)
    .filter(({ code }) => isOneOfTheSix(code))
    .map((part) => ({ ...part, requirementUsd: part.requirementUsd === wholeUsd ? null : part.requirementUsd }));
}

function singleParts({ fundingTotals }: Grouped["report3"]) {
  return fundingTotals.objects.flatMap(({ singleFundingObjects }) => singleFundingObjects ?? []);
}

/** What is not specified has no id or, in older answers, the word for none. */
function isId(id: string | null): id is string {
  return id !== null && id !== "undefined";
}
