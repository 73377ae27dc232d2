import { flowPath } from "./fts-pages.ts";
import type { Reply, SeenRequest, Upstream } from "./upstream.ts";

interface Plan {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly years: readonly number[];
  readonly countries: readonly string[];
  readonly original: number | null;
  readonly revised: number | null;
}

interface Part {
  readonly id?: number | undefined;
  readonly name: string;
  readonly asked?: number | null;
  readonly given?: number;
}

/** Where the service lists the plans of a year. */
export const plansPath = (year: number) => `/v1/public/plan/year/${year}`;

/** A list of plans as the Financial Tracking Service gives it. */
export function planList(plans: readonly Plan[]): Reply {
  const data = plans.map(({ id, code, name, years, countries, original, revised }) => ({
    id,
    planVersion: { planId: id, code, name, startDate: `${years[0]}-01-01`, endDate: `${years.at(-1)}-12-31` },
    categories: [
      { id: 113, name: "Cluster requirements only without projects", group: "planCosting" },
      { id: 2070, name: "Humanitarian needs and response plan", group: "planType" },
    ],
    locations: countries.map((iso3, i) => ({ id: i + 1, iso3, name: iso3, adminLevel: 0 })),
    years: years.map((year, i) => ({ id: i, year: String(year) })),
    origRequirements: original,
    revisedRequirements: revised,
  }));
  return { body: { status: "ok", data } };
}

/** What a plan asks for and got by its parts, as the service groups its flows. */
export function groupedFlows(total: number, parts: readonly Part[]): Reply {
  const objects = parts
    .filter(({ asked }) => asked !== undefined)
    .map(({ id, name, asked }) => ({ id, name, origRequirements: asked, revisedRequirements: asked }));
  const single = parts
    .filter(({ given }) => given !== undefined)
    .map(({ id, name, given }) => ({ id: id && String(id), name, totalFunding: given, behavior: "single" }));
  const fundingTotals = {
    total,
    objects: total === 0 ? [] : [{ direction: "destination", singleFundingObjects: single }],
  };
  return { body: { status: "ok", data: { requirements: { objects }, report3: { fundingTotals } }, meta: {} } };
}

/** Answers questions on flows by plan and grouping, such as `1502 globalcluster`; all others by `otherwise`. */
export function scriptGroupings(
  replay: Pick<Upstream, "script">,
  groupings: Readonly<Record<string, Reply>>,
  otherwise: Reply = { status: 404, body: "" },
): void {
  const answer = ({ query }: SeenRequest) => groupings[`${query.get("planid")} ${query.get("groupby")}`] ?? otherwise;
  replay.script(flowPath, answer);
}
