/**
 * GDACS event search: cite GDACS, no key. https://www.gdacs.org/gdacsapi/swagger/index.html
 *
 * Green alerts are left out unless named; pages hold 100 events without saying so; no match is status 204 without a
 * body; booleans are texts; unknown parameters are ignored, so that countries are checked here once more.
 */
import { z } from "zod";
import { json } from "../../kit/source/json.ts";
import { type LiveDeps, liveReading } from "../../kit/source/live-reading.ts";
import { oneByOne } from "../../kit/source/one-by-one.ts";
import { readFullPages } from "../../kit/source/pages.ts";
import type { Source } from "../../kit/source/source.ts";
import type { AlertLevel, HazardKind } from "../types/enums.ts";
import { hazardKindOf } from "./hazard-kinds.ts";

export interface HazardKey {
  /** Alpha-3 code. */
  readonly country: string;
  readonly from: string;
  readonly to: string;
}

export interface HazardRecord {
  readonly id: string;
  readonly kind: HazardKind;
  readonly name: string | null;
  readonly from: string;
  readonly to: string | null;
  readonly alert: AlertLevel | null;
  readonly glide: string | null;
  /** Alpha-3 codes. */
  readonly countries: readonly string[];
  readonly url: string | null;
  readonly isCurrent: boolean;
}

const pageSize = 100;
const mostPages = 20;

/** The service filters by English names. */
const names: Readonly<Record<string, string>> = {
  KAZ: "Kazakhstan",
  KGZ: "Kyrgyzstan",
  TJK: "Tajikistan",
  TKM: "Turkmenistan",
  UZB: "Uzbekistan",
  AFG: "Afghanistan",
};

const truth = z.union([z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")]);
const feature = z.object({
  properties: z.object({
    eventtype: z.string(),
    eventid: z.coerce.string(),
    name: z.string().nullish(),
    glide: z.string().nullish(),
    alertlevel: z.string().nullish(),
    iscurrent: truth,
    fromdate: z.string(),
    todate: z.string().nullish(),
    iso3: z.string().nullish(),
    affectedcountries: z.array(z.object({ iso3: z.string().nullish() })).nullish(),
    url: z.object({ report: z.string().nullish() }).nullish(),
  }),
});
const collection = z.object({ features: z.array(feature) });

type GdacsFeature = z.infer<typeof feature>;

/** Keys of countries outside the region are absent from the answer. */
export function createGdacs(deps: LiveDeps): Source<HazardKey, readonly HazardRecord[]> {
  const { upstream } = deps;
  const isKnown = ({ country }: HazardKey) => country in names;
  const read = async ({ country, from, to }: HazardKey, signal?: AbortSignal) => {
    const found = await readFullPages({ source: upstream.id, mostPages, pageSize }, (pageNumber) =>
      upstream.get({
        path: "/events/geteventlist/SEARCH",
        query: {
          eventlist: "EQ;TC;FL;DR;VO;WF",
          alertlevel: "Green;Orange;Red",
          fromDate: from,
          toDate: to,
          country: names[country],
          pageSize,
          pageNumber,
        },
        accepts: [204, 404],
        parse: (answer) => (answer.status === 200 ? json(collection)(answer).features : []),
        signal,
      }),
    );
    const data = found.map(toHazard).filter(({ countries }) => countries.includes(country));
    return liveReading(deps, data);
  };
  return oneByOne(upstream.id, read, isKnown);
}

function toHazard({ properties }: GdacsFeature): HazardRecord {
  const { eventtype, eventid, alertlevel, affectedcountries, iso3, url } = properties;
  const alert = alertlevel?.toUpperCase();
  const countries = (affectedcountries ?? []).flatMap((each) => each.iso3 || []);
  return {
    id: `GDACS:${eventtype}-${eventid}`,
    kind: hazardKindOf(eventtype),
    name: properties.name || null,
    from: properties.fromdate.slice(0, 10),
    to: properties.todate?.slice(0, 10) ?? null,
    alert: alert === "GREEN" || alert === "ORANGE" || alert === "RED" ? alert : null,
    glide: properties.glide || null,
    countries: countries.length > 0 ? countries : iso3 ? [iso3] : [],
    url: url?.report ?? null,
    isCurrent: properties.iscurrent,
  };
}
