/** How many calls an upstream allows, by the length of the window in which it counts them. */
export interface Pace {
  readonly perSecond?: number;
  readonly perMinute?: number;
  readonly perHour?: number;
  readonly perDay?: number;
}

export interface UpstreamKey {
  /** Name of the setting that holds it. */
  readonly setting: string;
  /** Whether nothing is answered without one. */
  readonly required: boolean;
  readonly header?: string;
  readonly query?: string;
}

/** What is known of an upstream before any setting: the defaults follow its own published limits. */
export interface UpstreamInfo {
  readonly baseUrl: string;
  readonly key?: UpstreamKey;
  /** Beginnings of the addresses off its own origin that its links and redirects may lead to. @default none */
  readonly leadsTo?: readonly string[];
  readonly pace: Pace;
  /** The pace with a key, where a key raises it. */
  readonly paceWithKey?: Pace;
  /** Calls under way at the same time. */
  readonly concurrency: number;
  /** Of one attempt, from the connection to the last byte. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

const MiB = 1024 * 1024;
const usual = { concurrency: 4, timeoutMs: 20_000, maxBytes: 16 * MiB };
const openMeteo = { ...usual, concurrency: 2, pace: { perMinute: 600, perHour: 5_000, perDay: 10_000 } };

/** Every upstream, by the id that it has in the source register and in the settings `<ID>_BASE_URL` and `<ID>_KEY`. */
const upstreams = {
  WORLD_BANK: { ...usual, baseUrl: "https://api.worldbank.org/v2", pace: { perSecond: 5 }, timeoutMs: 30_000 },
  UN_SDG: {
    ...usual,
    baseUrl: "https://unstats.un.org/sdgs/UNSDGAPIV5/v1/sdg",
    pace: { perSecond: 2 },
    timeoutMs: 30_000,
  },
  OPEN_SDG_KAZ: { ...usual, baseUrl: "https://kazstat.github.io/sdg-data-kazstat", pace: { perSecond: 10 } },
  OPEN_SDG_KGZ: {
    ...usual,
    baseUrl: "https://sdg-kyrgyzstan.github.io/open-sdg-data-starter",
    pace: { perSecond: 10 },
  },
  OPEN_SDG_TJK: { ...usual, baseUrl: "https://tajstat.github.io/sdg-data-tajikistan2", pace: { perSecond: 10 } },
  OPEN_METEO_FLOOD: { ...openMeteo, baseUrl: "https://flood-api.open-meteo.com/v1" },
  OPEN_METEO_AIR: { ...openMeteo, baseUrl: "https://air-quality-api.open-meteo.com/v1" },
  OPEN_METEO_ARCHIVE: { ...openMeteo, baseUrl: "https://archive-api.open-meteo.com/v1" },
  USGS: { ...usual, baseUrl: "https://earthquake.usgs.gov/fdsnws/event/1", pace: { perSecond: 2 }, concurrency: 2 },
  GDACS: { ...usual, baseUrl: "https://www.gdacs.org/gdacsapi/api", pace: { perSecond: 2 }, concurrency: 2 },
  GLIDE: { ...usual, baseUrl: "https://www.glidenumber.net/glide", pace: { perSecond: 1 }, concurrency: 1 },
  OPENAQ: {
    ...usual,
    baseUrl: "https://api.openaq.org/v3",
    key: { setting: "OPENAQ_KEY", required: true, header: "X-API-Key" },
    pace: { perMinute: 60, perHour: 2_000 },
  },
  GWM: { ...usual, baseUrl: "https://earth.gsfc.nasa.gov/gwm", pace: { perSecond: 2 } },
  GWW: { ...usual, baseUrl: "https://api.globalwaterwatch.earth", pace: { perSecond: 2 } },
  FTS: {
    ...usual,
    baseUrl: "https://api.hpc.tools",
    pace: { perSecond: 1 },
    concurrency: 1,
    timeoutMs: 60_000,
    maxBytes: 64 * MiB,
  },
  HAPI: {
    ...usual,
    baseUrl: "https://hapi.humdata.org/api/v2",
    key: { setting: "HAPI_APP_IDENTIFIER", required: true, query: "app_identifier" },
    pace: { perSecond: 1 },
    timeoutMs: 30_000,
  },
  HDX: {
    ...usual,
    baseUrl: "https://data.humdata.org",
    // Its files lie in a store of its own, to which it redirects with a signature that ends after some minutes.
    leadsTo: ["https://s3.us-east-1.amazonaws.com/hdx-production-filestore/"],
    pace: { perSecond: 2 },
    timeoutMs: 60_000,
    maxBytes: 64 * MiB,
  },
  UNHCR: { ...usual, baseUrl: "https://api.unhcr.org/population/v1", pace: { perSecond: 2 } },
  RELIEFWEB: {
    ...usual,
    baseUrl: "https://api.reliefweb.int/v2",
    key: { setting: "RELIEFWEB_APPNAME", required: true, query: "appname" },
    pace: { perSecond: 2, perDay: 1_000 },
  },
  COMTRADE: {
    ...usual,
    baseUrl: "https://comtradeapi.un.org",
    key: { setting: "COMTRADE_KEY", required: false, header: "Ocp-Apim-Subscription-Key" },
    pace: { perSecond: 1 },
    paceWithKey: { perSecond: 1, perDay: 500 },
    concurrency: 1,
    timeoutMs: 60_000,
    maxBytes: 128 * MiB,
  },
  IMF: {
    ...usual,
    baseUrl: "https://api.imf.org/external/sdmx/2.1",
    pace: { perSecond: 2 },
    timeoutMs: 60_000,
    maxBytes: 64 * MiB,
  },
} as const satisfies Readonly<Record<string, UpstreamInfo>>;

export type UpstreamId = keyof typeof upstreams;

export const upstreamIds = Object.keys(upstreams) as readonly UpstreamId[];

export function upstreamInfo(id: UpstreamId): UpstreamInfo {
  return upstreams[id];
}

export function isUpstreamId(id: string): id is UpstreamId {
  return Object.hasOwn(upstreams, id);
}
