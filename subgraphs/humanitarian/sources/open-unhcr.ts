import { type CacheDeps, cached } from "../../kit/cache/cached.ts";
import { isInRegion } from "../../kit/countries.ts";
import { oneByOne } from "../../kit/source/one-by-one.ts";
import type { Upstreams } from "../../kit/source/open-upstreams.ts";
import { routed } from "../../kit/source/routed.ts";
import type { Source } from "../../kit/source/source.ts";
import type { DisplacementRecord } from "../records/people.ts";
import { displacementFrom } from "../records/population.ts";
import { ttl } from "../ttl.ts";
import type { PlaceAndYear } from "./keys.ts";
import { createUnhcr, type PopulationKey } from "./unhcr.ts";

type DisplacementSource = Source<PlaceAndYear, readonly DisplacementRecord[]>;

export interface OpenUnhcrDeps extends CacheDeps {
  readonly upstreams: Upstreams;
  /** The table that answers while nothing newer is kept. */
  readonly shipped: DisplacementSource;
}

/** The first year of the publisher's series. */
const firstYear = 1951;

/**
 * UNHCR's figures behind the cache. A question can name every country and any year, and each is a call each way: beside
 * the shipped table only the six are asked for, in years that there can be figures of.
 */
export function openUnhcr({ upstreams, shipped, ...deps }: OpenUnhcrDeps): DisplacementSource {
  const population = createUnhcr({ upstream: upstreams.open("UNHCR"), clock: deps.clock });

  const live: DisplacementSource = oneByOne("UNHCR", async (key, signal) => {
    const from: PopulationKey = { ...key, side: "origin" };
    const within: PopulationKey = { ...key, side: "asylum" };
    // Half of the answer would pass for all of it: when one way fails, so does the key.
    const [left, right] = await Promise.all([population.fetch([from], signal), population.fetch([within], signal)]);
    const [of, into] = [left.get(from), right.get(within)];
    if (!of || !into) return undefined;
    const data = displacementFrom(key, { from: of.data, within: into.data });
    return data.length > 0 ? { ...of, data } : undefined;
  });
  const current = cached(live, {
    ...deps,
    policy: ttl.unhcrPopulation,
    operation: "displacement",
    keyOf: ({ country, year }) => ({ country, year }),
    tagsOf: ({ country }) => [`country:${country}`],
    fallback: shipped,
  });
  const isAsked = ({ country, year }: PlaceAndYear) =>
    isInRegion(country) && year >= firstYear && year <= new Date(deps.clock()).getUTCFullYear();

  return routed("UNHCR", (key) => (isAsked(key) ? current : shipped));
}
