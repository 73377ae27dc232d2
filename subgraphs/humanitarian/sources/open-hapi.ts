import { type CacheDeps, cached } from "../../kit/cache/cached.ts";
import { liveOnly } from "../../kit/source/live-only.ts";
import type { Upstreams } from "../../kit/source/open-upstreams.ts";
import type { Source } from "../../kit/source/source.ts";
import { untilFetched } from "../../kit/source/until-fetched.ts";
import { type Areas, provinceOfCode } from "../areas.ts";
import type { RiskRecord } from "../records/people.ts";
import { byProvince, type PresenceRecord } from "../records/presence.ts";
import { ttl } from "../ttl.ts";
import { createHapiPresence, createHapiRisk } from "./hapi.ts";

/** By alpha-3 code of the country. */
export interface HapiSources {
  /** Who works where, by province; a country without a list is absent. Nothing of it is shipped. */
  readonly presence: Source<string, readonly PresenceRecord[]>;
  /** The newest risk index; empty until it is fetched, and a failure where the server has no key, in every mode. */
  readonly currentRisk: Source<string, readonly RiskRecord[]>;
}

export interface OpenHapiDeps extends CacheDeps {
  readonly upstreams: Upstreams;
  readonly areas: () => Promise<Areas>;
}

/** The Humanitarian API behind the cache. The risk index stands beside the shipped one and does not hold it up. */
export function openHapi({ upstreams, areas, ...deps }: OpenHapiDeps): HapiSources {
  const upstream = upstreams.open("HAPI");
  const live = { upstream, clock: deps.clock };
  const common = {
    ...deps,
    keyOf: (country: string) => ({ country }),
    tagsOf: (country: string) => [`country:${country}`],
  };
  const presence = cached(placed(createHapiPresence(live), areas), {
    ...common,
    policy: ttl.presence,
    operation: "presence",
  });
  const risk = createHapiRisk(live);
  const keptRisk = cached(risk, {
    ...common,
    policy: ttl.currentRisk,
    operation: "risk",
    fallback: untilFetched(upstream.id, []),
  });
  // Without a key it says so by itself, and without a call.
  return { presence: liveOnly(presence, deps.mode), currentRisk: upstream.hasKey ? keptRisk : risk };
}

/** Each list by province once, when it is fetched: it has a row for every district. */
function placed(
  rows: ReturnType<typeof createHapiPresence>,
  areas: () => Promise<Areas>,
): Source<string, readonly PresenceRecord[]> {
  return {
    id: rows.id,
    async fetch(countries, signal) {
      const [readings, known] = [await rows.fetch(countries, signal), await areas()];
      return new Map(
        [...readings]
          .filter(([, { data }]) => data.length > 0)
          .map(([country, reading]) => {
            const provinceOf = (code: string) => provinceOfCode(known, country, code)?.pcode ?? null;
            return [country, { ...reading, data: byProvince(reading.data, provinceOf) }];
          }),
      );
    },
  };
}
