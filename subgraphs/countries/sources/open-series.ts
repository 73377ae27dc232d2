import { type CacheDeps, cached } from "../../kit/cache/cached.ts";
import type { CachePolicy } from "../../kit/cache/policy.ts";
import type { Upstreams } from "../../kit/source/open-upstreams.ts";
import { routed } from "../../kit/source/routed.ts";
import type { Source } from "../../kit/source/source.ts";
import type { Catalogue } from "../catalogue.ts";
import { isOf, type NationalSeriesRecord, type Observation, type SeriesKey } from "../records.ts";
import { ttl } from "../ttl.ts";
import { createOpenSdg } from "./open-sdg.ts";
import { createUnSdg } from "./un-sdg.ts";
import { createWorldBank } from "./world-bank.ts";

type SeriesSource = Source<SeriesKey, readonly Observation[]>;

export interface OpenSeriesDeps extends CacheDeps {
  readonly upstreams: Upstreams;
  /** The tables that answer while nothing newer is kept. */
  readonly shipped: SeriesSource;
  readonly catalogue: () => Promise<Catalogue>;
  /** Where the national platforms have each series, by the id of its indicator. */
  readonly places: () => Promise<ReadonlyMap<string, NationalSeriesRecord>>;
}

const platforms = ["OPEN_SDG_KAZ", "OPEN_SDG_KGZ", "OPEN_SDG_TJK"] as const;

/** The figures of every indicator, each from its publisher behind the cache. */
export function openSeries({ upstreams, shipped, catalogue, places, ...deps }: OpenSeriesDeps): SeriesSource {
  const { clock } = deps;
  const areaCodes = async () => {
    const { countries } = await catalogue();
    return new Map([...countries.values()].flatMap(({ code, m49 }) => (m49 === null ? [] : [[code, m49]])));
  };
  const behindCache = (source: SeriesSource, policy: CachePolicy) =>
    cached(source, {
      ...deps,
      policy,
      operation: "series",
      keyOf: ({ indicator, country }) => ({ indicator: indicator.id, country }),
      tagsOf: ({ indicator, country }) => [`indicator:${indicator.id}`, `country:${country}`],
      fallback: shipped,
    });
  const publishers: ReadonlyMap<string, SeriesSource> = new Map([
    [
      "WORLD_BANK",
      behindCache(createWorldBank({ upstream: upstreams.open("WORLD_BANK"), clock }), ttl.worldBankSeries),
    ],
    ["UN_SDG", behindCache(createUnSdg({ upstream: upstreams.open("UN_SDG"), clock, areaCodes }), ttl.unSdgSeries)],
    ...platforms.map((id) => {
      const platform = createOpenSdg({ upstream: upstreams.open(id), clock, places });
      return [id, behindCache(platform, ttl.nationalSeries)] as const;
    }),
  ]);
  const byPublisher = routed("countries", ({ indicator }: SeriesKey) => publishers.get(indicator.source) ?? shipped);
  return {
    id: byPublisher.id,
    fetch: (keys, signal) =>
      byPublisher.fetch(
        keys.filter(({ indicator, country }) => isOf(indicator, country)),
        signal,
      ),
  };
}
