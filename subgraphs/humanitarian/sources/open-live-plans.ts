import { type CacheDeps, cached } from "../../kit/cache/cached.ts";
import type { Upstreams } from "../../kit/source/open-upstreams.ts";
import type { Source } from "../../kit/source/source.ts";
import { untilFetched } from "../../kit/source/until-fetched.ts";
import { openYears } from "../appeals-of-today.ts";
import type { Catalogue } from "../catalogue.ts";
import type { PlanRecord } from "../records/plan.ts";
import { ttl } from "../ttl.ts";
import { toFtsCodes } from "./fts-codes.ts";
import { createFtsPlans } from "./fts-plans.ts";

export interface LivePlans {
  /** The appeals of a year as they stand today; null where the table shipped answers until they are fetched. */
  readonly plans: Source<number, readonly PlanRecord[] | null>;
  /** The years that the service is asked for. */
  years(): readonly number[];
}

export interface OpenLivePlansDeps extends CacheDeps {
  readonly upstreams: Upstreams;
  readonly catalogue: () => Promise<Catalogue>;
  /** When the table of appeals was taken, ISO 8601. */
  readonly takenAt: string;
}

export function openLivePlans({ upstreams, catalogue, takenAt, ...deps }: OpenLivePlansDeps): LivePlans {
  const source: LivePlans["plans"] = createFtsPlans({
    upstream: upstreams.open("FTS"),
    clock: deps.clock,
    codes: async () => toFtsCodes(await catalogue()),
  });
  const plans = cached(source, {
    ...deps,
    policy: ttl.ftsPlans,
    operation: "plans",
    keyOf: (year) => ({ year }),
    fallback: untilFetched("FTS", null),
  });
  return { plans, years: () => openYears(takenAt, deps.clock()) };
}
