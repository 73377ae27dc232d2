import { type CacheDeps, cached } from "../../kit/cache/cached.ts";
import { region } from "../../kit/countries.ts";
import { gather } from "../../kit/source/gather.ts";
import type { Upstreams } from "../../kit/source/open-upstreams.ts";
import type { Source } from "../../kit/source/source.ts";
import type { DisplacementRecord } from "../records/people.ts";
import { displacementFrom } from "../records/population.ts";
import { ttl } from "../ttl.ts";
import type { PlaceAndYear } from "./shipped-tables.ts";
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

  async function read(key: PlaceAndYear, signal?: AbortSignal) {
    const from: PopulationKey = { ...key, side: "origin" };
    const within: PopulationKey = { ...key, side: "asylum" };
    // Half of the answer would pass for all of it: when one way fails, so does the key.
    const [left, right] = await Promise.all([population.fetch([from], signal), population.fetch([within], signal)]);
    const [of, into] = [left.get(from), right.get(within)];
    if (!of || !into) return new Map();
    const data = displacementFrom(key, { from: of.data, within: into.data });
    return new Map(data.length > 0 ? [[key, { ...of, data }]] : []);
  }

  const live: DisplacementSource = {
    id: "UNHCR",
    fetch: (keys, signal) => gather(keys.map((key) => ({ keys: [key], read: () => read(key, signal) }))),
  };
  const current = cached(live, {
    ...deps,
    policy: ttl.unhcrPopulation,
    operation: "displacement",
    keyOf: ({ country, year }) => ({ country, year }),
    tagsOf: ({ country }) => [`country:${country}`],
    fallback: shipped,
  });
  const isAsked = ({ country, year }: PlaceAndYear) =>
    (region as readonly string[]).includes(country) &&
    year >= firstYear &&
    year <= new Date(deps.clock()).getUTCFullYear();

  return {
    id: "UNHCR",
    fetch(keys, signal) {
      const parts = [
        { keys: keys.filter(isAsked), source: current },
        { keys: keys.filter((key) => !isAsked(key)), source: shipped },
      ];
      return gather(
        parts
          .filter((part) => part.keys.length > 0)
          .map((part) => ({ keys: part.keys, read: () => part.source.fetch(part.keys, signal) })),
      );
    },
  };
}
